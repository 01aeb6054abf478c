package dev.emovox.domain;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;

/**
 * The preprocessing record: how a clip becomes the vector that a baseline sees. Stored with every
 * model, and the only thing that decides how serving prepares audio.
 *
 * @param set name of the feature set, one of a kind in its run
 * @param sampleRate hertz after resampling
 * @param seconds length after cutting or zero-padding at the end
 * @param rmsNormalised whether the waveform is scaled to {@code rmsLevel} before framing
 * @param rmsLevel root mean square that the waveform is scaled to
 * @param fftSize samples in a frame
 * @param hopLength samples between frames
 * @param mfccCount cepstral coefficients
 * @param melBands mel filters below the cepstrum
 * @param chromaBins pitch classes
 * @param contrastBands octave bands of spectral contrast; the result has one value more
 * @param unitLength whether the whole vector, of all versions, is divided by its Euclidean norm
 * @param concatenatedVersions changed copies of the clip whose vectors are strung together to one;
 *     none for the vector of the clip alone. They are part of the input of every clip, in training,
 *     test and service alike: more features, not more training data
 * @param loudness whose root mean square is scaled; left out where it is what was done before there
 *     was a choice: that of the cut clip, or of the whole clip if there are versions
 * @param pooling what is computed besides means; left out for means alone
 * @param trimming how silence around speech is cut off before all else; left out for not at all, as
 *     in the paper
 */
public record FeatureSettings(
    String set,
    int sampleRate,
    double seconds,
    boolean rmsNormalised,
    double rmsLevel,
    int fftSize,
    int hopLength,
    int mfccCount,
    int melBands,
    int chromaBins,
    int contrastBands,
    boolean unitLength,
    // Left out if empty, so that records, and digests of records, are what they were without it.
    @JsonInclude(JsonInclude.Include.NON_EMPTY) @JsonProperty(defaultValue = "[]")
        List<ClipVersion> concatenatedVersions,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<LoudnessScope> loudness,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<FeaturePooling> pooling,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<SpeechTrimming> trimming) {

  public FeatureSettings {
    loudness = loudness == null ? Optional.empty() : loudness;
    pooling = pooling == null ? Optional.empty() : pooling;
    trimming = trimming == null ? Optional.empty() : trimming;
    concatenatedVersions =
        concatenatedVersions == null ? List.of() : List.copyOf(concatenatedVersions);
  }

  /** Means of the clip alone, scaled after cutting. */
  public FeatureSettings(
      String set,
      int sampleRate,
      double seconds,
      boolean rmsNormalised,
      double rmsLevel,
      int fftSize,
      int hopLength,
      int mfccCount,
      int melBands,
      int chromaBins,
      int contrastBands,
      boolean unitLength) {
    this(
        set,
        sampleRate,
        seconds,
        rmsNormalised,
        rmsLevel,
        fftSize,
        hopLength,
        mfccCount,
        melBands,
        chromaBins,
        contrastBands,
        unitLength,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The paper's features: 40 MFCC, 12 chroma and 7 spectral contrast values of three seconds. */
  public static FeatureSettings paper() {
    return ofPaper("paper", List.of(), Optional.of(LoudnessScope.WHOLE), Optional.empty());
  }

  /**
   * What the paper calls its features with augmentation: the 59 values of each of seven versions of
   * the clip, strung together to 413 and then divided by their common norm. The versions are made
   * of every clip, also of those of the test, so nothing is augmented: a clip is described seven
   * times. Noise has a fixed deviation, so the level to which clips are scaled first counts; it is
   * the paper's, 1.
   */
  public static FeatureSettings paperSevenVersions() {
    return ofPaper("paper-seven-versions", ClipVersion.paper(), Optional.empty(), Optional.empty());
  }

  /**
   * The paper's features and more: standard deviations and percentiles, velocities, zero crossings,
   * energy, fundamental frequency, jitter and shimmer. Not divided by a norm, for its values have
   * units of their own, from shares to hertz.
   */
  public static FeatureSettings rich() {
    FeaturePooling pooling =
        new FeaturePooling(
            List.of("mean", "std", "p10", "p50", "p90"),
            1,
            List.of(
                Descriptor.ZERO_CROSSING_RATE,
                Descriptor.ENERGY,
                Descriptor.FUNDAMENTAL_FREQUENCY,
                Descriptor.JITTER,
                Descriptor.SHIMMER));
    return ofPaper("rich", List.of(), Optional.of(LoudnessScope.WHOLE), Optional.of(pooling));
  }

  private static FeatureSettings ofPaper(
      String set,
      List<ClipVersion> versions,
      Optional<LoudnessScope> loudness,
      Optional<FeaturePooling> pooling) {
    boolean unitLength = pooling.isEmpty();
    return new FeatureSettings(
        set,
        16_000,
        3.0,
        true,
        1.0,
        2048,
        512,
        40,
        128,
        12,
        6,
        unitLength,
        versions,
        loudness,
        pooling,
        Optional.empty());
  }

  /** The feature sets that have names. */
  public static List<FeatureSettings> named() {
    return List.of(paper(), paperSevenVersions(), rich());
  }

  /** The same of clips whose surrounding silence is cut off first. */
  public FeatureSettings trimmed(SpeechTrimming how) {
    return new FeatureSettings(
        set,
        sampleRate,
        seconds,
        rmsNormalised,
        rmsLevel,
        fftSize,
        hopLength,
        mfccCount,
        melBands,
        chromaBins,
        contrastBands,
        unitLength,
        concatenatedVersions,
        loudness,
        pooling,
        Optional.of(how));
  }

  /** Whose root mean square is scaled. */
  public LoudnessScope loudnessScope() {
    return loudness.orElse(
        concatenatedVersions.isEmpty() ? LoudnessScope.CUT : LoudnessScope.WHOLE);
  }

  /** What is computed of the frames. */
  public FeaturePooling pooled() {
    return pooling.orElse(FeaturePooling.MEANS);
  }

  /** Number of values in the vector. */
  public int size() {
    return Math.max(1, concatenatedVersions.size()) * sizeOfVersion();
  }

  /** Number of values that describe the clip, or each version of it. */
  public int sizeOfVersion() {
    return pooled().size(mfccCount + chromaBins + contrastBands + 1);
  }
}
