package dev.emovox.audio.features;

import be.tarsos.dsp.AudioEvent;
import be.tarsos.dsp.io.TarsosDSPAudioFormat;
import be.tarsos.dsp.onsets.ComplexOnsetDetector;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How often sound sets in a second, which for speech is about its rate of syllables. Onsets are
 * TarsosDSP's, by the change of spectra in magnitude and phase (C. Duxbury, J. P. Bello, M. Davies
 * and M. Sandler, "Complex domain onset detection for musical signals", 2003). Immutable.
 */
final class OnsetRate {
  /** Frames of up to 16 ms, each half over the next. */
  private static final double FRAMES_A_SECOND = 62.5;

  private static final int LEAST_FRAME = 64;

  /** The detector finds nothing with longer ones. */
  private static final int LONGEST_FRAME = 512;

  private static final double PEAK_THRESHOLD = 0.5;

  /** No syllable is shorter. */
  private static final double LEAST_GAP_SECONDS = 0.05;

  private static final double SILENCE_DECIBELS = -50;
  private static final int SAMPLE_BITS = 16;

  private final TarsosDSPAudioFormat format;
  private final int frame;

  OnsetRate(int sampleRate) {
    format = new TarsosDSPAudioFormat(sampleRate, SAMPLE_BITS, 1, true, false);
    int longest = (int) (sampleRate / FRAMES_A_SECOND);
    int fits = Math.max(LEAST_FRAME, Integer.highestOneBit(longest));
    frame = Math.min(LONGEST_FRAME, fits);
  }

  /**
   * Onsets a second.
   *
   * @param signal at the shape's sampling rate
   * @param length how many samples are sound, and not what was added to fill the shape; 0 gives 0
   */
  double of(float[] signal, int length) {
    AtomicInteger onsets = new AtomicInteger();
    ComplexOnsetDetector detector =
        new ComplexOnsetDetector(frame, PEAK_THRESHOLD, LEAST_GAP_SECONDS, SILENCE_DECIBELS);
    detector.setHandler((seconds, salience) -> onsets.incrementAndGet());
    AudioEvent event = new AudioEvent(format);
    event.setOverlap(frame / 2);
    for (int start = 0; start + frame <= length; start += frame / 2) {
      event.setFloatBuffer(Arrays.copyOfRange(signal, start, start + frame));
      event.setBytesProcessed((long) start * format.getFrameSize());
      detector.process(event);
    }
    return length == 0 ? 0 : onsets.get() * format.getSampleRate() / (double) length;
  }
}
