package dev.emovox.domain;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * The preprocessing record: how a clip becomes the vector that a baseline sees. Stored with every
 * model, and the only thing that decides how serving prepares audio.
 *
 * @param set name of the feature set, one of a kind in its run
 * @param sampleRate hertz after resampling
 * @param seconds length after cutting or zero-padding at the end
 * @param rmsNormalised whether the waveform is scaled to {@code rmsLevel} before framing: what is
 *     left after cutting, or the whole clip if there are versions of it
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
        List<ClipVersion> concatenatedVersions) {

  public FeatureSettings {
    concatenatedVersions =
        concatenatedVersions == null ? List.of() : List.copyOf(concatenatedVersions);
  }

  /** The features of the clip alone. */
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
        List.of());
  }

  /** The paper's features: 40 MFCC, 12 chroma and 7 spectral contrast values of three seconds. */
  public static FeatureSettings paper() {
    return new FeatureSettings("paper", 16_000, 3.0, true, 0.1, 2048, 512, 40, 128, 12, 6, true);
  }

  /**
   * What the paper calls its features with augmentation: the 59 values of each of seven versions of
   * the clip, strung together to 413 and then divided by their common norm. The versions are made
   * of every clip, also of those of the test, so nothing is augmented: a clip is described seven
   * times. Noise has a fixed deviation, so the level to which clips are scaled first counts; it is
   * the paper's, 1.
   */
  public static FeatureSettings paperSevenVersions() {
    return new FeatureSettings(
        "paper-seven-versions",
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
        true,
        ClipVersion.paper());
  }

  /** The feature sets that have names. */
  public static List<FeatureSettings> named() {
    return List.of(paper(), paperSevenVersions());
  }

  /** Number of values in the vector. */
  public int size() {
    return Math.max(1, concatenatedVersions.size()) * sizeOfVersion();
  }

  /** Number of values that describe the clip, or each version of it. */
  public int sizeOfVersion() {
    return mfccCount + chromaBins + contrastBands + 1;
  }
}
