package dev.emovox.cli.render;

import dev.emovox.contracts.PromotionState;

/** What is said of promotions. */
public final class PromotionWords {
  private PromotionWords() {}

  /** A state in words. */
  public static String of(PromotionState state) {
    return switch (state) {
      case VERIFYING -> "verifying the package";
      case JUDGING -> "asking the gate";
      case WAITING_FOR_APPROVAL -> "waiting for approval";
      case DECIDING -> "recording and carrying out";
      case WATCHING -> "watching the prediction service";
      case DONE -> "done";
      case REFUSED -> "refused by the gate";
      case REJECTED -> "rejected";
      case FAILED -> "failed";
    };
  }

  /** A text with a full stop at its end. */
  public static String sentence(String text) {
    return text == null ? "no reason given." : text.endsWith(".") ? text : text + ".";
  }
}
