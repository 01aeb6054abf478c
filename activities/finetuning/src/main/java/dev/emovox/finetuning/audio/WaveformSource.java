package dev.emovox.finetuning.audio;

/** Where waveforms come from. Used by a thread of its own, so it must be safe for several. */
@FunctionalInterface
public interface WaveformSource {

  /**
   * The waveform of a clip: mono, at the network's rate, cut to the longest length, not normalised.
   * It is not changed by those who get it.
   *
   * @throws dev.emovox.domain.EmovoxException if it can't be had
   */
  float[] waveform(String clipId);
}
