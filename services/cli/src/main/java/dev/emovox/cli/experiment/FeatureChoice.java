package dev.emovox.cli.experiment;

import dev.emovox.domain.FeatureSettings;
import java.util.Objects;

/**
 * The features of an experiment: a named set, of which single values may be changed. Every value
 * but the set's name is optional.
 *
 * @param set name of the feature set; {@code paper} is the one there is
 * @param sampleRate hertz after resampling
 * @param seconds length after cutting or padding
 * @param rmsNormalised whether loudness is made equal first
 * @param rmsLevel root mean square that loudness is scaled to
 * @param fftSize samples in a frame
 * @param hopLength samples between frames
 * @param mfccCount cepstral coefficients
 * @param melBands mel filters below the cepstrum
 * @param chromaBins pitch classes
 * @param contrastBands octave bands of spectral contrast
 * @param unitLength whether the vector is scaled to length one
 */
public record FeatureChoice(
    String set,
    Integer sampleRate,
    Double seconds,
    Boolean rmsNormalised,
    Double rmsLevel,
    Integer fftSize,
    Integer hopLength,
    Integer mfccCount,
    Integer melBands,
    Integer chromaBins,
    Integer contrastBands,
    Boolean unitLength) {

  /** The settings with everything that was left out filled in from {@code base}. */
  FeatureSettings over(FeatureSettings base) {
    return new FeatureSettings(
        base.set(),
        Objects.requireNonNullElse(sampleRate, base.sampleRate()),
        Objects.requireNonNullElse(seconds, base.seconds()),
        Objects.requireNonNullElse(rmsNormalised, base.rmsNormalised()),
        Objects.requireNonNullElse(rmsLevel, base.rmsLevel()),
        Objects.requireNonNullElse(fftSize, base.fftSize()),
        Objects.requireNonNullElse(hopLength, base.hopLength()),
        Objects.requireNonNullElse(mfccCount, base.mfccCount()),
        Objects.requireNonNullElse(melBands, base.melBands()),
        Objects.requireNonNullElse(chromaBins, base.chromaBins()),
        Objects.requireNonNullElse(contrastBands, base.contrastBands()),
        Objects.requireNonNullElse(unitLength, base.unitLength()));
  }
}
