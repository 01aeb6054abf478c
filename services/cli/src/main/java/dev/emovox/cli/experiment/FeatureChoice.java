package dev.emovox.cli.experiment;

import dev.emovox.domain.FeaturePooling;
import dev.emovox.domain.FeatureSettings;
import dev.emovox.domain.LoudnessScope;
import dev.emovox.domain.SpeechTrimming;
import java.util.Optional;

/**
 * Features of an experiment: a named set, of which single values may be changed. Every value but
 * the set's name is optional.
 *
 * @param set name of the feature set, one of {@link FeatureSettings#named}
 * @param name what models call it; the set's name if left out
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
 * @param loudness {@code whole} or {@code cut}: whose loudness is made equal
 * @param pooling statistics over time, derivatives and more descriptors
 * @param trimming how silence around speech is cut off before all else; not at all if left out
 */
public record FeatureChoice(
    String set,
    Optional<String> name,
    Optional<Integer> sampleRate,
    Optional<Double> seconds,
    Optional<Boolean> rmsNormalised,
    Optional<Double> rmsLevel,
    Optional<Integer> fftSize,
    Optional<Integer> hopLength,
    Optional<Integer> mfccCount,
    Optional<Integer> melBands,
    Optional<Integer> chromaBins,
    Optional<Integer> contrastBands,
    Optional<Boolean> unitLength,
    Optional<LoudnessScope> loudness,
    Optional<FeaturePooling> pooling,
    Optional<SpeechTrimming> trimming) {

  /** What models call it. */
  String called() {
    return name.orElse(set);
  }

  /**
   * The settings with everything that was left out filled in from the named set.
   *
   * @throws IllegalArgumentException if there is no such set
   */
  FeatureSettings settings() {
    return FeatureSettings.named().stream()
        .filter(base -> base.set().equals(set))
        .map(this::over)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no feature set " + set));
  }

  private FeatureSettings over(FeatureSettings base) {
    return new FeatureSettings(
        called(),
        sampleRate.orElse(base.sampleRate()),
        seconds.orElse(base.seconds()),
        rmsNormalised.orElse(base.rmsNormalised()),
        rmsLevel.orElse(base.rmsLevel()),
        fftSize.orElse(base.fftSize()),
        hopLength.orElse(base.hopLength()),
        mfccCount.orElse(base.mfccCount()),
        melBands.orElse(base.melBands()),
        chromaBins.orElse(base.chromaBins()),
        contrastBands.orElse(base.contrastBands()),
        unitLength.orElse(base.unitLength()),
        base.concatenatedVersions(),
        loudness.or(base::loudness),
        pooling.or(base::pooling),
        trimming.or(base::trimming));
  }
}
