package dev.emovox.serving.protocol;

import dev.emovox.serving.prediction.Classification;
import java.util.List;

/** The tensors of a response have one model's classes, so that one model must answer all clips. */
final class OneModel {
  private OneModel() {}

  /** Two models answered the clips of a request. */
  static final class ReplacedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ReplacedException() {
      super("two models answered the clips of one request");
    }
  }

  /**
   * Holds the models of all answers against each other.
   *
   * @throws ReplacedException if there are two
   */
  static void check(List<Classification> answers) {
    if (answers.stream().map(Classification::model).distinct().count() > 1) {
      throw new ReplacedException();
    }
  }
}
