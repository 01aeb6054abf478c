package dev.emovox.audio.features;

import be.tarsos.dsp.AudioDispatcher;
import be.tarsos.dsp.AudioEvent;
import be.tarsos.dsp.AudioProcessor;
import be.tarsos.dsp.util.fft.FFT;
import java.util.Arrays;

/**
 * The squared magnitudes of a short-time Fourier transform with a periodic Hann window, frames
 * centred on their time (zeros before and after the signal): {@code librosa.stft} with {@code
 * center=True, pad_mode="constant"}, squared.
 *
 * <p>Buffers are reused from signal to signal; for one thread at a time.
 */
final class PowerSpectrogram implements AudioProcessor {
  private final SpectrumShape shape;
  private final FFT transform;
  private final float[] padded;
  private final float[] frame;
  private final float[][] power;
  private int filled;

  PowerSpectrogram(SpectrumShape shape) {
    this.shape = shape;
    this.transform = new FFT(shape.fftSize(), new PeriodicHann());
    this.padded = new float[shape.signalLength() + shape.fftSize()];
    this.frame = new float[shape.fftSize()];
    this.power = new float[shape.frames()][shape.bins()];
  }

  /**
   * Transforms a signal.
   *
   * @param signal at most the shape's number of samples; zeros follow if there are fewer
   * @param gain factor on each sample
   * @return power by frame and bin, valid until the next signal
   */
  float[][] of(float[] signal, double gain) {
    Arrays.fill(padded, 0);
    int start = shape.fftSize() / 2;
    for (int i = 0; i < signal.length; i++) {
      padded[start + i] = (float) (signal[i] * gain);
    }
    filled = 0;
    AudioDispatcher dispatcher =
        new AudioDispatcher(
            new SampleStream(padded, shape.sampleRate()),
            shape.fftSize(),
            shape.fftSize() - shape.hopLength());
    dispatcher.addAudioProcessor(this);
    dispatcher.run();
    return power;
  }

  @Override
  public boolean process(AudioEvent event) {
    // The dispatcher pads a last piece that is shorter than a hop to one frame too many.
    if (filled < power.length) {
      // Its buffer keeps the overlap for the next frame, and the transform works in place.
      System.arraycopy(event.getFloatBuffer(), 0, frame, 0, frame.length);
      transform.forwardTransform(frame);
      square(power[filled++]);
    }
    return true;
  }

  @Override
  public void processingFinished() {}

  /** The transform leaves real and imaginary parts in turn, and the last bin's in second place. */
  private void square(float[] row) {
    int last = row.length - 1;
    row[0] = frame[0] * frame[0];
    row[last] = frame[1] * frame[1];
    for (int bin = 1; bin < last; bin++) {
      float real = frame[2 * bin];
      float imaginary = frame[2 * bin + 1];
      row[bin] = real * real + imaginary * imaginary;
    }
  }
}
