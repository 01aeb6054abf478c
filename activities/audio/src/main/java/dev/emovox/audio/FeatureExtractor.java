package dev.emovox.audio;

import dev.emovox.audio.features.SpectralFeatures;
import dev.emovox.domain.ClipVersion;
import dev.emovox.domain.FeatureSettings;
import dev.emovox.domain.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Computes acoustic features of clips.
 *
 * <p>A clip is resampled, cut to the settings' length, scaled so that the root mean square of what
 * is left is the settings' level, and padded with zeros at the end. Scaling comes before padding so
 * that the level of speech does not depend on how much silence is added. A clip of zeros stays as
 * it is. Then the features are those of librosa 0.11, averaged over time.
 *
 * <p>If the settings name versions of the clip, each is made of the whole clip, scaled by its own
 * root mean square, and then cut and padded, as the paper does; see {@link VersionMaker}.
 *
 * <p>Safe for use by several threads; as many sets of working buffers are kept as threads were at
 * work at once.
 */
public final class FeatureExtractor {
  private final FeatureSettings settings;
  private final SpectralFeatures features;
  private final VersionMaker versions;
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
    this.settings = settings;
    this.features = new SpectralFeatures(settings);
    this.versions = new VersionMaker(settings.concatenatedVersions());
    this.names = names(settings);
  }

  /**
   * The features of a clip of any length.
   *
   * @return one for each version that the settings name, in their order; if they name none, those
   *     of the clip
   * @throws InvalidInputException if the clip's rate is too far from the settings'
   */
  public List<AcousticFeatures> extract(AudioClip clip) {
    int length = features.shape().signalLength();
    if (settings.concatenatedVersions().isEmpty()) {
      AudioClip cut = resampler.resample(clip, settings.sampleRate(), length);
      return analyse(List.of(cut.samples()), gain(cut.samples()));
    }
    AudioClip whole = resampler.resample(clip, settings.sampleRate());
    AudioClip scaled = whole.scaled(gain(whole.samples()));
    return analyse(versions.make(scaled, length), 1);
  }

  private List<AcousticFeatures> analyse(List<float[]> signals, double gain) {
    SpectralFeatures.Analysis idleOne = idle.poll();
    SpectralFeatures.Analysis analysis = idleOne == null ? features.newAnalysis() : idleOne;
    List<AcousticFeatures> results = new ArrayList<>(signals.size());
    for (float[] signal : signals) {
      analysis.analyse(signal, gain);
      results.add(
          new AcousticFeatures(
              means(analysis.cepstrum()), means(analysis.chroma()), means(analysis.contrast())));
    }
    idle.add(analysis);
    return results;
  }

  private static float[] means(double[][] table) {
    float[] means = new float[table.length];
    for (int row = 0; row < means.length; row++) {
      double sum = 0;
      for (double value : table[row]) {
        sum += value;
      }
      means[row] = (float) (sum / table[row].length);
    }
    return means;
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
   * The features as one vector in the order of {@link #names()}, version after version; if the
   * settings say so, the whole vector is divided by its Euclidean norm.
   */
  public double[] vector(AudioClip clip) {
    double[] vector = new double[settings.size()];
    int at = 0;
    for (AcousticFeatures version : extract(clip)) {
      for (float[] part : List.of(version.mfcc(), version.chroma(), version.spectralContrast())) {
        for (float value : part) {
          vector[at++] = value;
        }
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

  /**
   * {@code mfcc_00}…, {@code chroma_00}…, {@code spectral_contrast_0}…, one for each value; with
   * versions, each with the version's number and kind before it, as in {@code
   * 3_time_stretch_mfcc_00}.
   */
  public List<String> names() {
    return names;
  }

  private static List<String> names(FeatureSettings settings) {
    List<String> names = new ArrayList<>(settings.size());
    List<ClipVersion> versions = settings.concatenatedVersions();
    if (versions.isEmpty()) {
      addNames(names, "", settings);
    }
    for (int i = 0; i < versions.size(); i++) {
      String kind = versions.get(i).kind().replace('-', '_');
      addNames(names, "%d_%s_".formatted(i + 1, kind), settings);
    }
    return List.copyOf(names);
  }

  private static void addNames(List<String> names, String prefix, FeatureSettings settings) {
    addNames(names, prefix + "mfcc_%02d", settings.mfccCount());
    addNames(names, prefix + "chroma_%02d", settings.chromaBins());
    addNames(names, prefix + "spectral_contrast_%d", settings.contrastBands() + 1);
  }

  private static void addNames(List<String> names, String pattern, int count) {
    for (int i = 0; i < count; i++) {
      names.add(String.format(Locale.ROOT, pattern, i));
    }
  }
}
