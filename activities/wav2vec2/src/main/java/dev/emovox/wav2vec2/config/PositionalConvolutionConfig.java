package dev.emovox.wav2vec2.config;

/**
 * The weight-normalised convolution that takes the place of position embeddings.
 *
 * @param kernel its width in frames; for an even one the last frame of the result is dropped
 * @param groups its groups of channels
 */
public record PositionalConvolutionConfig(int kernel, int groups) {

  /** How many frames to either side of a frame it may see. */
  public int reach() {
    return kernel / 2;
  }
}
