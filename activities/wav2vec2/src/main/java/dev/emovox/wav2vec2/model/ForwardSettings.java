package dev.emovox.wav2vec2.model;

/**
 * How one forward pass is to be done.
 *
 * @param training whether dropout, LayerDrop and SpecAugment happen
 * @param seed what they are drawn from; dropout by libtorch's generator, which is seeded anew for
 *     each part of the network, so that a part can be computed again with the same result
 * @param mode what the clips of a batch have to do with each other
 * @param hiddenStates whether the states before and after every layer are kept
 */
public record ForwardSettings(boolean training, long seed, BatchMode mode, boolean hiddenStates) {

  /** Without the hidden states. */
  public ForwardSettings(boolean training, long seed, BatchMode mode) {
    this(training, seed, mode, false);
  }

  /** Nothing random, clips by themselves. */
  public static ForwardSettings inference() {
    return new ForwardSettings(false, 0, BatchMode.CLIP_INDEPENDENT);
  }

  /** Everything random drawn from {@code seed}, clips by themselves. */
  public static ForwardSettings training(long seed) {
    return new ForwardSettings(true, seed, BatchMode.CLIP_INDEPENDENT);
  }

  /** The same with hidden states kept. */
  public ForwardSettings withHiddenStates() {
    return new ForwardSettings(training, seed, mode, true);
  }
}
