package dev.emovox.audio.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.emovox.audio.features.FundamentalFrequency.Pitch;
import dev.emovox.audio.features.VoicePeriods.Regularity;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

/** Trains of smooth pulses whose periods and amplitudes alternate by known shares. */
class VoicePeriodsTest {
  private static final int RATE = 16_000;
  private static final int PERIOD = 128;

  private final SpectrumShape shape = new SpectrumShape(RATE, 2 * RATE, 2048, 512);

  @Test
  void aRegularVoiceHasNeither() {
    Regularity regularity = measured(pulses(pulse -> 0, 0));
    assertThat(regularity.jitter()).isLessThan(0.001);
    assertThat(regularity.shimmer()).isLessThan(0.005);
  }

  @Test
  void jitterIsTheDifferenceOfNeighbouringPeriods() {
    // Periods of 127 and 129 samples by turns: neighbours differ by 2 of 128.
    Regularity regularity = measured(pulses(pulse -> pulse % 2 == 0 ? -1 : 1, 0));
    assertThat(regularity.jitter()).isCloseTo(2.0 / PERIOD, within(0.1 / PERIOD));
    assertThat(regularity.shimmer()).isLessThan(0.02);
  }

  @Test
  void shimmerIsTheDifferenceOfNeighbouringAmplitudes() {
    Regularity regularity = measured(pulses(pulse -> 0, 0.05));
    assertThat(regularity.shimmer()).isCloseTo(0.1, within(0.01));
    assertThat(regularity.jitter()).isLessThan(0.003);
  }

  @Test
  void withoutAVoiceThereIsNothing() {
    assertThat(measured(new float[2 * RATE])).isEqualTo(new Regularity(0, 0));
  }

  private Regularity measured(float[] signal) {
    Pitch pitch = new FundamentalFrequency(shape).of(signal);
    return new VoicePeriods(shape).of(signal, pitch);
  }

  private static float[] pulses(IntUnaryOperator shift, double depth) {
    float[] signal = new float[2 * RATE];
    int centre = PERIOD;
    for (int pulse = 0; centre < signal.length - PERIOD; pulse++) {
      double amplitude = pulse % 2 == 0 ? 1 + depth : 1 - depth;
      for (int i = -PERIOD / 2; i < PERIOD / 2; i++) {
        signal[centre + i] += (float) (amplitude * Math.exp(-i * i / 50.0));
      }
      centre += PERIOD + shift.applyAsInt(pulse);
    }
    return signal;
  }
}
