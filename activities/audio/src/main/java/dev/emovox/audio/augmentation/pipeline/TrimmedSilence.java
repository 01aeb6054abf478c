package dev.emovox.audio.augmentation.pipeline;

import dev.emovox.audio.augmentation.Augmentation;
import dev.emovox.audio.speech.SpeechTrimmer;
import dev.emovox.domain.SpeechTrimming;

/** Cuts off the silence around speech; a clip in which nothing stands out stays whole. */
final class TrimmedSilence implements Augmentation {
  private final SpeechTrimmer trimmer;

  TrimmedSilence(SpeechTrimming settings) {
    trimmer = new SpeechTrimmer(settings);
  }

  @Override
  public float[] apply(float[] waveform, int sampleRate, long seed) {
    return trimmer.trim(waveform, sampleRate);
  }

  /** Where speech ends is known only when all has been heard. */
  @Override
  public int reach(int outputs) {
    return Integer.MAX_VALUE;
  }
}
