package dev.emovox.domain;

/**
 * The preprocessing record: how a clip becomes the vector that a baseline sees. Stored with every
 * model, and the only thing that decides how serving prepares audio.
 *
 * @param set name of the feature set, {@code paper} for the paper's 59 values
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
 * @param unitLength whether the whole vector is divided by its Euclidean norm
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
    boolean unitLength) {

  /** The paper's features: 40 MFCC, 12 chroma and 7 spectral contrast values of three seconds. */
  public static FeatureSettings paper() {
    return new FeatureSettings("paper", 16_000, 3.0, true, 0.1, 2048, 512, 40, 128, 12, 6, true);
  }

  /** Number of values in the vector. */
  public int size() {
    return mfccCount + chromaBins + contrastBands + 1;
  }
}
