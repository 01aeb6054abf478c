package dev.emovox.wav2vec2.model.layers;

import java.util.SplittableRandom;

/**
 * Where one forward pass draws from. What is drawn for one purpose does not depend on how much was
 * drawn for another, so a part of the network can be computed again with the same result.
 *
 * @param seed of the forward pass
 */
public record Randomness(long seed) {

  /** What is drawn. */
  public enum Purpose {
    /** Spans of frames. */
    TIME_MASK(0),
    /** Spans of channels. */
    FEATURE_MASK(1),
    /** Whole layers. */
    LAYER_DROP(2),
    /** Single values. */
    DROPOUT(3);

    private final long stream;

    Purpose(long stream) {
      this.stream = stream;
    }
  }

  /** The generator for one purpose and one clip or layer. */
  SplittableRandom generator(Purpose purpose, int index) {
    return new SplittableRandom(derived(purpose, index));
  }

  /** Seeds libtorch's generator, which dropout uses, for one part of the network. */
  public void seedDropout(int part) {
    Torch.seed(derived(Purpose.DROPOUT, part));
  }

  /** Neighbouring seeds and indices give unrelated streams: the generator scrambles its seed. */
  private long derived(Purpose purpose, int index) {
    long stream = (purpose.stream << Integer.SIZE) | (index & 0xffffffffL);
    return new SplittableRandom(new SplittableRandom(seed).nextLong() ^ stream).nextLong();
  }
}
