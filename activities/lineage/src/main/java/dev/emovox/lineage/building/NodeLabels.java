package dev.emovox.lineage.building;

import dev.emovox.contracts.StageNames;
import java.util.List;

/** What people call the outputs of stages. */
final class NodeLabels {
  private static final List<String> VERBS =
      List.of("fit ", "evaluate ", "package ", "augment ", "split ", "prepare ", "train ");

  private NodeLabels() {}

  /** For example {@code forest on random} of the stage {@code fit forest on random}. */
  static String of(String stage, String output) {
    String subject =
        VERBS.stream()
            .filter(stage::startsWith)
            .findFirst()
            .map(verb -> stage.substring(verb.length()))
            .orElse(stage);
    return switch (output) {
      case "manifest" -> "all clips";
      case "training-clips" -> "clips of " + subject;
      case "checkpoint" -> "start of " + subject;
      case "features" -> features(subject);
      default -> subject;
    };
  }

  private static String features(String subject) {
    String set = StageNames.FEATURES + " ";
    return subject.startsWith(set) ? subject.substring(set.length()) : subject;
  }
}
