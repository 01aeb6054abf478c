package dev.emovox.audio.augmentation;

import dev.emovox.domain.ClipVersion;

/** A way to change a waveform. Implementations are safe for use by several threads. */
public interface Augmentation {

  /**
   * The waveform, changed.
   *
   * @param waveform samples; left as they are
   * @param sampleRate hertz
   * @param seed decides what is random, if anything is
   * @return a new array, or the waveform itself if nothing changes
   */
  float[] apply(float[] waveform, int sampleRate, long seed);

  /**
   * How many samples at the start of a waveform decide the first {@code outputs} of the result, so
   * that nobody has to change more of a long clip than is used.
   */
  default int reach(int outputs) {
    return outputs;
  }

  /**
   * What makes a version.
   *
   * @throws dev.emovox.domain.InvalidInputException if one of its numbers is out of range
   */
  static Augmentation of(ClipVersion version) {
    if (version instanceof ClipVersion.WhiteNoise noise) {
      return new WhiteNoise(noise.deviation());
    }
    if (version instanceof ClipVersion.TimeStretch stretch) {
      return new TimeStretch(stretch.rate());
    }
    if (version instanceof ClipVersion.PitchShift shift) {
      return new PitchShift(shift.semitones());
    }
    if (version instanceof ClipVersion.PreEmphasis emphasis) {
      return new PreEmphasis(emphasis.coefficient());
    }
    return (waveform, sampleRate, seed) -> waveform;
  }
}
