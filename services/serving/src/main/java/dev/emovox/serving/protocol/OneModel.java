package dev.emovox.serving.protocol;

import dev.emovox.serving.prediction.Classification;
import java.util.List;

/** The tensors of a response have one model's classes, so that one model must answer all clips. */
final class OneModel {
  private OneModel() {}

  /** A model went live while the clips of a request were answered. */
  static final class ReplacedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ReplacedException() {
      super("the model was replaced while a request was answered");
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
