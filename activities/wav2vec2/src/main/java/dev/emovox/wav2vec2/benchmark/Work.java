package dev.emovox.wav2vec2.benchmark;

/**
 * What is timed.
 *
 * @param written how it is written, such as {@code forward}; one line
 */
public record Work(String written) {
  /** Logits of a batch, nothing recorded for differentiation. */
  public static final Work FORWARD = new Work("forward");

  /** Forward and backward pass with dropout, clipping of gradients and a step of AdamW. */
  public static final Work TRAINING = new Work("training");

  /** All steps of an epoch, with all that happens between them. */
  public static final Work EPOCH = new Work("epoch");

  public Work {
    if (written.isBlank() || written.lines().count() != 1) {
      throw new IllegalArgumentException("a work is one line: " + written);
    }
  }
}
