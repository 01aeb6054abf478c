package dev.emovox.audio;

import dev.emovox.audio.augmentation.Level;
import dev.emovox.audio.features.ClipAnalysis;
import dev.emovox.audio.features.FeatureGroup;
import dev.emovox.audio.features.FeatureNames;
import dev.emovox.audio.features.Pooling;
import dev.emovox.audio.features.SpectralFeatures;
import dev.emovox.audio.features.Track;
import dev.emovox.audio.speech.SpeechTrimmer;
import dev.emovox.domain.ClipVersion;
import dev.emovox.domain.FeatureSettings;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.LoudnessScope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Computes acoustic features of clips.
 *
 * <p>If the settings say so, the silence around a clip's speech is cut off first, at the clip's own
 * rate. Then the clip is resampled, scaled so that its root mean square is the settings' level, cut
 * to the settings' length, and padded with zeros at the end. The root mean square is that of the
 * whole clip, as the paper's code does it, or of what is left after cutting, whichever the settings
 * say; never of padding, so that the level of speech does not depend on how much silence is added.
 * A clip of zeros stays as it is. Then the features are those of librosa 0.11, summed up over time.
 *
 * <p>If the settings name versions of the clip, each is made of the scaled clip, and then cut and
 * padded, as the paper does; see {@link VersionMaker}.
 *
 * <p>Safe for use by several threads; as many sets of working buffers are kept as threads were at
 * work at once.
 */
public final class FeatureExtractor {
  private final FeatureSettings settings;
  private final SpectralFeatures features;
  private final Pooling pooling;
  private final VersionMaker versions;
  private final Optional<SpeechTrimmer> trimmer;
  private final Resampler resampler = new Resampler();
  private final ConcurrentLinkedQueue<ClipAnalysis> idle = new ConcurrentLinkedQueue<>();
  private final List<String> names;

  /**
   * An extractor.
   *
   * @throws InvalidInputException if the settings contradict each other
   */
  public FeatureExtractor(FeatureSettings settings) {
    this.settings = settings;
    this.features = new SpectralFeatures(settings);
    this.pooling = new Pooling(settings.pooled());
    this.versions = new VersionMaker(settings.concatenatedVersions());
    this.trimmer = settings.trimming().map(SpeechTrimmer::new);
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
    return ofSpeech(trimmer.map(silence -> trimmed(clip, silence)).orElse(clip));
  }

  private static AudioClip trimmed(AudioClip clip, SpeechTrimmer trimmer) {
    return new AudioClip(trimmer.trim(clip.samples(), clip.sampleRate()), clip.sampleRate());
  }

  private List<AcousticFeatures> ofSpeech(AudioClip clip) {
    int length = features.shape().signalLength();
    if (settings.loudnessScope() == LoudnessScope.CUT) {
      AudioClip cut = resampler.resample(clip, settings.sampleRate(), length);
      return settings.concatenatedVersions().isEmpty()
          ? analyse(List.of(cut.samples()), gain(cut.samples()))
          : analyse(versions.make(cut.scaled(gain(cut.samples())), length), 1);
    }
    AudioClip whole = resampler.resample(clip, settings.sampleRate());
    double gain = gain(whole.samples());
    return settings.concatenatedVersions().isEmpty()
        ? analyse(List.of(beginning(whole.samples(), length)), gain)
        : analyse(versions.make(whole.scaled(gain), length), 1);
  }

  private List<AcousticFeatures> analyse(List<float[]> signals, double gain) {
    ClipAnalysis idleOne = idle.poll();
    ClipAnalysis analysis = idleOne == null ? features.newAnalysis() : idleOne;
    List<AcousticFeatures> results = new ArrayList<>(signals.size());
    for (float[] signal : signals) {
      analysis.analyse(signal, gain);
      List<Track> tracks = new ArrayList<>(analysis.spectral());
      tracks.addAll(analysis.described());
      results.add(new AcousticFeatures(pooling.of(tracks)));
    }
    idle.add(analysis);
    return results;
  }

  private static float[] beginning(float[] samples, int most) {
    return samples.length <= most ? samples : Arrays.copyOf(samples, most);
  }

  private double gain(float[] signal) {
    double level = settings.rmsNormalised() ? Level.of(signal) : 0;
    return level > 0 ? settings.rmsLevel() / level : 1;
  }

  /**
   * The features as one vector in the order of {@link #names()}, version after version; if the
   * settings say so, the whole vector is divided by its Euclidean norm.
   */
  public double[] vector(AudioClip clip) {
    double[] vector = new double[settings.size()];
    int at = 0;
    for (AcousticFeatures version : extract(clip)) {
      for (FeatureGroup group : version.groups()) {
        for (float value : group.values()) {
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
   * {@code mfcc_00}…, {@code chroma_00}…, {@code spectral_contrast_0}…, one for each value, and
   * more of settings that ask for more, see {@link FeatureNames}; with versions, each with the
   * version's number and kind before it, as in {@code 3_time_stretch_mfcc_00}.
   */
  public List<String> names() {
    return names;
  }

  private static List<String> names(FeatureSettings settings) {
    List<String> names = new ArrayList<>(settings.size());
    List<ClipVersion> versions = settings.concatenatedVersions();
    List<String> own = FeatureNames.of(settings);
    if (versions.isEmpty()) {
      return own;
    }
    for (int i = 0; i < versions.size(); i++) {
      String kind = versions.get(i).kind().replace('-', '_');
      String prefix = "%d_%s_".formatted(i + 1, kind);
      own.forEach(name -> names.add(prefix + name));
    }
    return List.copyOf(names);
  }
}
