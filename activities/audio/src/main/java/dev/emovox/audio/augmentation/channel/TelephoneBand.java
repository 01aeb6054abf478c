package dev.emovox.audio.augmentation.channel;

import dev.emovox.audio.augmentation.Augmentation;
import dev.emovox.audio.augmentation.room.Convolution;
import dev.emovox.audio.resample.KaiserWindow;

/**
 * Leaves what a telephone line carries, 300 to 3400 Hz, by a filter of linear phase: a sinc under a
 * Kaiser window (J. F. Kaiser, 1974), 6 dB down at both edges, flat within 0.1 dB a hundred hertz
 * inside of them and below -60 dB a hundred hertz outside. Nothing comes later than it did.
 *
 * <p>TarsosDSP's filters were measured at 16 kHz and left aside: its steepest low pass, {@code
 * LowPassFS}, set to 3400 Hz leaves 4 kHz 1.7 dB down, and its {@code HighPass} at 300 Hz leaves
 * 100 Hz 10 dB down.
 */
public final class TelephoneBand implements Augmentation {
  private static final double LOW = 300;
  private static final double HIGH = 3400;

  /** From the pass band to the stop band. */
  private static final double TRANSITION = 200;

  private static final KaiserWindow WINDOW = new KaiserWindow(65);

  @Override
  public float[] apply(float[] waveform, int sampleRate, long seed) {
    int half = (int) Math.ceil(WINDOW.taps(2 * Math.PI * TRANSITION / sampleRate) / 2);
    float[] response = new float[2 * half + 1];
    for (int i = -half; i <= half; i++) {
      double band = lowPass(HIGH, sampleRate, i) - lowPass(LOW, sampleRate, i);
      response[half + i] = (float) (band * WINDOW.at(i / (double) half));
    }
    return new Convolution(response).apply(waveform, half, waveform.length);
  }

  /** The ideal filter's response; all that there is, if the edge lies above Nyquist's frequency. */
  private static double lowPass(double edge, int sampleRate, int time) {
    double cutoff = Math.min(1, 2 * edge / sampleRate);
    double angle = Math.PI * cutoff * time;
    return time == 0 ? cutoff : cutoff * Math.sin(angle) / angle;
  }
}
