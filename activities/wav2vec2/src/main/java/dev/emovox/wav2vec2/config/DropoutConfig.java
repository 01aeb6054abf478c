package dev.emovox.wav2vec2.config;

/**
 * Probabilities with which training drops values; each in [0, 1].
 *
 * @param hidden of the outputs of attention, feed-forward and the positional sum
 * @param activation within the feed-forward part
 * @param attention of attention weights
 * @param featureProjection of projected features
 * @param layerDrop of whole layers (LayerDrop, Fan et al., 2019)
 */
public record DropoutConfig(
    double hidden,
    double activation,
    double attention,
    double featureProjection,
    double layerDrop) {

  /** No dropout anywhere. */
  public static final DropoutConfig NONE = new DropoutConfig(0, 0, 0, 0, 0);
}
