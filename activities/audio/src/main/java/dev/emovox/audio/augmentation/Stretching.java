package dev.emovox.audio.augmentation;

/** A change that begins with stretching: several may share the spectrum of a waveform. */
public interface Stretching extends Augmentation {

  /**
   * The beginning of the waveform, changed.
   *
   * @param waveform opened in a vocoder, at least as much as {@link #reach} says or all of it
   * @param most samples to make, at most
   */
  float[] apply(PhaseVocoder waveform, int most);
}
