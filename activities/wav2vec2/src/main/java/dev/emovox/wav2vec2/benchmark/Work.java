package dev.emovox.wav2vec2.benchmark;

import java.util.Locale;

/** What is timed. */
public enum Work {
  /** Logits of a batch, nothing recorded for differentiation. */
  FORWARD,
  /** Forward and backward pass with dropout, clipping of gradients and a step of AdamW. */
  TRAINING,
  /** All steps of an epoch, with all that happens between them. */
  EPOCH;

  /** How it is written, such as {@code forward}. */
  public String written() {
    return name().toLowerCase(Locale.ROOT);
  }
}
