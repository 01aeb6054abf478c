package dev.emovox.audio.augmentation;

import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Another tempo at the same pitch: {@code librosa.effects.time_stretch}, the paper's definition, by
 * a {@link PhaseVocoder}.
 *
 * <p>TarsosDSP's {@code WaveformSimilarityBasedOverlapAdd} keeps tempo and pitch too (measured on
 * tones: duration within 0.9 %, fundamental within 0.04 %), but by another definition: on synthetic
 * speech the features of its result are about as far from librosa's version as those of the
 * original are. It would not be the paper's protocol, takes four times as long, and prints to
 * standard output.
 */
public final class TimeStretch implements Stretching {
  private static final double MOST = 4;

  private final double rate;
  private final ConcurrentLinkedQueue<PhaseVocoder> idle = new ConcurrentLinkedQueue<>();

  /**
   * A tempo.
   *
   * @param rate above 1 is faster and shorter, below 1 slower and longer; from a quarter to 4
   */
  public TimeStretch(double rate) {
    this.rate = Range.within("rate of time stretch", rate, 1 / MOST, MOST);
  }

  /**
   * The waveform at the new tempo.
   *
   * @return {@code round(waveform.length / rate)} samples
   */
  @Override
  public float[] apply(float[] waveform, int sampleRate, long seed) {
    PhaseVocoder vocoder = idle.poll();
    if (vocoder == null) {
      vocoder = new PhaseVocoder();
    }
    vocoder.open(waveform);
    float[] stretched = vocoder.stretch(rate, Integer.MAX_VALUE);
    idle.add(vocoder);
    return stretched;
  }

  @Override
  public float[] apply(PhaseVocoder waveform, int most) {
    return waveform.stretch(rate, most);
  }

  @Override
  public int reach(int outputs) {
    int lastFrame = (outputs + PhaseVocoder.FRAME / 2) / PhaseVocoder.HOP;
    int lastRead = (int) (lastFrame * rate) + 1;
    return lastRead * PhaseVocoder.HOP + PhaseVocoder.FRAME / 2;
  }
}
