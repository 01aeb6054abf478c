package dev.emovox.wav2vec2.config;

import java.util.List;

/**
 * The convolutional feature encoder.
 *
 * @param norm what is normalised between convolution and activation
 * @param layers the convolutions from the waveform upwards, at least one
 * @param bias whether the convolutions have a bias
 * @param activation the activation after each convolution, and after the positional convolution
 * @param outputNorm whether the encoder's output is layer-normalised before its projection; only
 *     HuBERT can leave this out
 */
public record FeatureEncoderConfig(
    Norm norm, List<Convolution> layers, boolean bias, Activation activation, boolean outputNorm) {

  /** Added to variances in the encoder's own norms; {@code layer_norm_eps} does not reach them. */
  public static final double EPSILON = 1e-5;

  /** What is normalised between convolution and activation. */
  public enum Norm {
    /** Each channel of the first layer over all frames of a clip; the other layers have none. */
    GROUP,
    /** Each frame of every layer over its channels. */
    LAYER
  }

  /**
   * One convolution without padding.
   *
   * @param channels of its output
   * @param kernel its width in frames of its input
   * @param stride its step in frames of its input
   */
  public record Convolution(int channels, int kernel, int stride) {

    long frames(long input) {
      return input < kernel ? 0 : (input - kernel) / stride + 1;
    }

    long shortestInput(long output) {
      return Math.addExact(Math.multiplyExact(output - 1, stride), kernel);
    }
  }

  public FeatureEncoderConfig {
    layers = List.copyOf(layers);
  }

  /** The channels of a frame that leaves the encoder. */
  public int outputChannels() {
    return layers.get(layers.size() - 1).channels();
  }

  /** How many frames {@code samples} give; 0 if they are fewer than one frame needs. */
  public long frames(long samples) {
    long frames = samples;
    for (Convolution layer : layers) {
      frames = layer.frames(frames);
    }
    return frames;
  }

  /** The fewest samples that give a frame: the encoder's receptive field. */
  public long shortestInput() {
    long samples = 1;
    for (int i = layers.size() - 1; i >= 0; i--) {
      samples = layers.get(i).shortestInput(samples);
    }
    return samples;
  }

  /** How many values the widest layer's output has for each sample of the input, about. */
  public double valuesPerSample() {
    double most = 0;
    double hop = 1;
    for (Convolution layer : layers) {
      hop *= layer.stride();
      most = Math.max(most, layer.channels() / hop);
    }
    return most;
  }

  /** The samples from one frame to the next. */
  public long hop() {
    return layers.stream().mapToLong(Convolution::stride).reduce(1, Math::multiplyExact);
  }
}
