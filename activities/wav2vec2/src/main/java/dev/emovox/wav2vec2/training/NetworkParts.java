package dev.emovox.wav2vec2.training;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.wav2vec2.config.ParameterShapes;
import dev.emovox.wav2vec2.config.Wav2Vec2Config;

/**
 * Which part of a network a parameter belongs to, by its canonical name.
 *
 * @param config the network
 */
public record NetworkParts(Wav2Vec2Config config) {

  /** How many transformer layers there are. */
  public int layers() {
    return config.transformer().layers();
  }

  /** Whether it is of the convolutions from waveform to features. */
  public boolean isFeatureEncoder(String name) {
    return name.startsWith(config.modelType().prefix() + "feature_extractor.");
  }

  /**
   * How many transformer layers are above it: the head has none, the highest layer has none, and
   * what comes before the first layer has all.
   */
  public int layersAbove(String name) {
    String layer = config.modelType().prefix() + "encoder.layers.";
    if (name.startsWith(layer)) {
      int index = Integer.parseInt(name.substring(layer.length()).split("\\.", 2)[0]);
      return layers() - 1 - index;
    }
    return isAbove(name) ? 0 : layers();
  }

  /** The norm of large models comes after the last layer, that of base models before the first. */
  private boolean isAbove(String name) {
    String norm = config.modelType().prefix() + "encoder.layer_norm.";
    return ParameterShapes.isHead(name)
        || (config.transformer().preNorm() && name.startsWith(norm));
  }

  /**
   * Whether it is below the {@code count} lowest transformer layers, or of one of them.
   *
   * @throws InvalidInputException if there are not so many layers
   */
  public boolean isAmongLowest(String name, int count) {
    if (count > layers()) {
      throw new InvalidInputException(
          "freezing.lowest_layers is %d, but this network has %d transformer layers."
              .formatted(count, layers()));
    }
    boolean top = isAbove(name) || layersAbove(name) < layers() - count;
    return count > 0 && !top;
  }
}
