package dev.emovox.audio.fourier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class FrameTransformsTest {
  private static final int SIZE = 64;
  private static final int HOP = 24;
  private static final int COUNT = 11;

  private final float[] signal = noise();
  private final double[] window = HannWindow.periodic(SIZE);
  private final FrameTransforms transforms = new FrameTransforms(SIZE, COUNT + 3);

  @Test
  void spectraAreThoseOfSingleFrames() {
    transforms.forward(new Frames(signal, 5, HOP, COUNT), window);
    for (int frame = 0; frame < COUNT; frame++) {
      Spectrum expected = single(frame);
      for (int bin = 0; bin <= SIZE / 2; bin++) {
        SpectrumRow row = transforms.bin(bin);
        assertThat(row.real()[frame]).isCloseTo(2 * expected.real()[bin], within(1e-12));
        assertThat(row.sign() * row.imaginary()[frame])
            .as("bin %d", bin)
            .isCloseTo(2 * expected.imaginary()[bin], within(1e-12));
      }
    }
  }

  @Test
  void powersAreThoseOfSingleFrames() {
    double[][] power = new double[SIZE / 2 + 1][COUNT + 3];
    transforms.power(new Frames(signal, 5, HOP, COUNT), window, power);
    for (int frame = 0; frame < COUNT; frame++) {
      Spectrum expected = single(frame);
      for (int bin = 0; bin <= SIZE / 2; bin++) {
        double re = expected.real()[bin];
        double im = expected.imaginary()[bin];
        assertThat(power[bin][frame]).isCloseTo(re * re + im * im, within(1e-12));
      }
    }
    assertThat(power[3][COUNT]).isZero();
  }

  @Test
  void whatIsTransformedBackIsWhatWasTransformed() {
    transforms.forward(new Frames(signal, 5, HOP, COUNT), window);
    transforms.inverse(COUNT);
    for (int sample = 0; sample < SIZE; sample++) {
      double[] row = transforms.sample(sample);
      for (int frame = 0; frame < COUNT; frame++) {
        double expected = window[sample] * signal[5 + frame * HOP + sample];
        assertThat(row[frame] / (2 * SIZE)).isCloseTo(expected, within(1e-13));
      }
    }
  }

  private Spectrum single(int frame) {
    Spectrum spectrum = Spectrum.ofSize(SIZE);
    new RealTransform(SIZE).forward(signal, 5 + frame * HOP, window, spectrum);
    return spectrum;
  }

  private static float[] noise() {
    Random random = new Random(7);
    float[] samples = new float[400];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) random.nextGaussian();
    }
    return samples;
  }
}
