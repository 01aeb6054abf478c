package dev.emovox.audio;

import dev.emovox.audio.features.SpectralFeatures;
import dev.emovox.domain.FeatureSettings;
import dev.emovox.domain.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Computes acoustic features of clips.
 *
 * <p>A clip is resampled, cut to the settings' length, scaled so that the root mean square of what
 * is left is the settings' level, and padded with zeros at the end. Scaling comes before padding so
 * that the level of speech does not depend on how much silence is added. A clip of zeros stays as
 * it is. Then the features are those of librosa 0.11, averaged over time.
 *
 * <p>Safe for use by several threads; as many sets of working buffers are kept as threads were at
 * work at once.
 */
public final class FeatureExtractor {
  private final FeatureSettings settings;
  private final SpectralFeatures features;
  private final Resampler resampler = new Resampler();
  private final ConcurrentLinkedQueue<SpectralFeatures.Analysis> idle =
      new ConcurrentLinkedQueue<>();
  private final List<String> names;

  /**
   * An extractor.
   *
   * @throws InvalidInputException if the settings contradict each other
   */
  public FeatureExtractor(FeatureSettings settings) {
    if (!settings.concatenatedVersions().isEmpty()) {
      throw new InvalidInputException(
          "The feature set %s has versions of clips, which can't be made yet; choose another"
              .formatted(settings.set()));
    }
    this.settings = settings;
    this.features = new SpectralFeatures(settings);
    this.names = names(settings);
  }

  /**
   * The features of a clip of any length.
   *
   * @throws InvalidInputException if the clip's rate is too far from the settings'
   */
  public AcousticFeatures extract(AudioClip clip) {
    int length = features.shape().signalLength();
    float[] signal = resampler.resample(clip, settings.sampleRate(), length).samples();
    SpectralFeatures.Analysis analysis = idle.poll();
    if (analysis == null) {
      analysis = features.newAnalysis();
    }
    analysis.analyse(signal, gain(signal));
    AcousticFeatures result =
        new AcousticFeatures(analysis.cepstrum(), analysis.chroma(), analysis.contrast());
    idle.add(analysis);
    return result;
  }

  private double gain(float[] signal) {
    double squares = 0;
    for (float sample : signal) {
      squares += (double) sample * sample;
    }
    boolean scaled = settings.rmsNormalised() && squares > 0;
    return scaled ? settings.rmsLevel() / Math.sqrt(squares / signal.length) : 1;
  }

  /**
   * The features as one vector in the order of {@link #names()}, divided by its Euclidean norm if
   * the settings say so.
   */
  public double[] vector(AudioClip clip) {
    AcousticFeatures parts = extract(clip);
    double[] vector = new double[settings.size()];
    int at = 0;
    for (float[] part : List.of(parts.mfcc(), parts.chroma(), parts.spectralContrast())) {
      for (float value : part) {
        vector[at++] = value;
      }
    }
    if (settings.unitLength()) {
      scaleToUnitLength(vector);
    }
    return vector;
  }

  private static void scaleToUnitLength(double[] vector) {
    double squares = 0;
    for (double value : vector) {
      squares += value * value;
    }
    double norm = Math.sqrt(squares);
    for (int i = 0; norm > 0 && i < vector.length; i++) {
      vector[i] /= norm;
    }
  }

  /** {@code mfcc_00}…, {@code chroma_00}…, {@code spectral_contrast_0}…, one for each value. */
  public List<String> names() {
    return names;
  }

  private static List<String> names(FeatureSettings settings) {
    List<String> names = new ArrayList<>(settings.size());
    addNames(names, "mfcc_%02d", settings.mfccCount());
    addNames(names, "chroma_%02d", settings.chromaBins());
    addNames(names, "spectral_contrast_%d", settings.contrastBands() + 1);
    return List.copyOf(names);
  }

  private static void addNames(List<String> names, String pattern, int count) {
    for (int i = 0; i < count; i++) {
      names.add(pattern.formatted(i));
    }
  }
}
