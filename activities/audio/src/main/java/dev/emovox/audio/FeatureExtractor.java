package dev.emovox.audio;

import dev.emovox.domain.FeatureSettings;
import java.util.List;

/**
 * Computes acoustic features of clips.
 *
 * <p>Safe for use by several threads; working buffers are kept and reused.
 */
public final class FeatureExtractor {
  private final FeatureSettings settings;

  public FeatureExtractor(FeatureSettings settings) {
    this.settings = settings;
  }

  /** The features of a clip of any rate and length. */
  public AcousticFeatures extract(AudioClip clip) {
    return Pending.yet("being written " + settings);
  }

  /**
   * The features as one vector in the order of {@link #names()}, divided by its Euclidean norm if
   * the settings say so.
   */
  public double[] vector(AudioClip clip) {
    return Pending.yet("being written");
  }

  /** {@code mfcc_00}…, {@code chroma_00}…, {@code spectral_contrast_0}…, one for each value. */
  public List<String> names() {
    return Pending.yet("being written");
  }
}
