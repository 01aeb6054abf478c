package dev.emovox.cli.prediction;

import java.util.Map;

/** What became of one file; in JSON the two kinds are told apart by the key {@code error}. */
public sealed interface FileOutcome {

  /** The file as it was named. */
  String path();

  /**
   * A prediction.
   *
   * @param label the most probable class
   * @param probabilities by class
   * @param logits by class; null unless asked for
   * @param model which model answered
   * @param id names the answer; null without a service
   */
  record Predicted(
      String path,
      String label,
      Map<String, Double> probabilities,
      Map<String, Double> logits,
      ModelName model,
      String id)
      implements FileOutcome {}

  /**
   * A file without a prediction.
   *
   * @param error why
   */
  record Refused(String path, Reason error) implements FileOutcome {}

  /**
   * Why a file has no prediction.
   *
   * @param kind a stable word for scripts, for example {@code not_audio}
   * @param message for people
   */
  record Reason(String kind, String message) {}

  /** A file that was refused. */
  static FileOutcome refused(String path, String kind, String message) {
    return new Refused(path, new Reason(kind, message));
  }
}
