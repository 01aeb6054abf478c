package dev.emovox.audio.features;

import be.tarsos.dsp.AudioDispatcher;
import be.tarsos.dsp.AudioEvent;
import be.tarsos.dsp.AudioProcessor;
import dev.emovox.audio.fourier.HannWindow;
import dev.emovox.audio.fourier.RealTransform;
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
  private final RealTransform transform;
  private final double[] window;
  private final float[] padded;
  private final float[][] power;
  private int filled;

  PowerSpectrogram(SpectrumShape shape) {
    this.shape = shape;
    this.transform = new RealTransform(shape.fftSize());
    this.window = HannWindow.periodic(shape.fftSize());
    this.padded = new float[shape.signalLength() + shape.fftSize()];
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
      transform.power(event.getFloatBuffer(), window, power[filled++]);
    }
    return true;
  }

  @Override
  public void processingFinished() {}
}
