package dev.emovox.wav2vec2.scratch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FilterBankTest {
  private static final FilterBank BANK = new FilterBank(128, 480, 160, 16_000);

  @Test
  void lowBandsComeFirst() {
    for (double frequency : new double[] {200, 1000, 4000}) {
      int loudest = 0;
      for (int band = 0; band < 32; band++) {
        if (amplitude(band, frequency) > amplitude(loudest, frequency)) {
          loudest = band;
        }
      }
      double place = mel(frequency) - mel(60);
      double expected = 31 * place / (mel(7600) - mel(60));
      assertThat((double) loudest).as(frequency + " Hz").isBetween(expected - 1, expected + 1);
    }
  }

  @Test
  void phasesOfABandAreQuartersOfAPeriod() {
    float[] weights = BANK.weights();
    for (int band = 0; band < 32; band++) {
      for (int i = 0; i < 480; i++) {
        float first = weights[4 * band * 480 + i];
        assertThat(weights[(4 * band + 2) * 480 + i]).isCloseTo(-first, within(1e-5f));
      }
    }
  }

  @Test
  void whateverThePhaseABandHearsItsTone() {
    double least = 1e9;
    double most = 0;
    for (double phase = 0; phase < 6; phase += 0.1) {
      double sum = 0;
      for (int channel = 40; channel < 44; channel++) {
        sum += Math.max(0, response(channel, 712, phase));
      }
      least = Math.min(least, sum);
      most = Math.max(most, sum);
    }
    assertThat(most / least).isLessThan(1.5);
  }

  private static double amplitude(int band, double frequency) {
    return Math.hypot(response(4 * band, frequency, 0), response(4 * band + 1, frequency, 0));
  }

  private static double response(int channel, double frequency, double phase) {
    float[] weights = BANK.weights();
    double sum = 0;
    for (int i = 0; i < 480; i++) {
      sum += weights[channel * 480 + i] * Math.cos(2 * Math.PI * frequency * i / 16_000 + phase);
    }
    return sum;
  }

  private static double mel(double hertz) {
    return 1127 * Math.log1p(hertz / 700);
  }
}
