package dev.emovox.audio.augmentation.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.emovox.audio.augmentation.Level;
import dev.emovox.audio.augmentation.Sounds;
import dev.emovox.domain.InvalidInputException;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReverberationTest {
  private static final int RATE = Sounds.RATE;

  /**
   * The reverberation time by Schroeder's backward integration: a line through the decay from -5 to
   * -35 dB, extended to 60 dB (T30 of ISO 3382).
   */
  private static double reverberationTime(float[] response, int rate) {
    double[] left = new double[response.length];
    double sum = 0;
    for (int i = response.length - 1; i >= 0; i--) {
      sum += (double) response[i] * response[i];
      left[i] = sum;
    }
    double n = 0;
    double x = 0;
    double y = 0;
    double xx = 0;
    double xy = 0;
    for (int i = 0; i < left.length; i++) {
      double decibels = 10 * Math.log10(left[i] / left[0]);
      if (decibels <= -5 && decibels >= -35) {
        double time = i / (double) rate;
        n++;
        x += time;
        y += decibels;
        xx += time * time;
        xy += time * decibels;
      }
    }
    return -60 / ((n * xy - x * y) / (n * xx - x * x));
  }

  @ParameterizedTest
  @CsvSource({"0.15, 16000", "0.2, 8000", "0.4, 16000", "0.8, 44100", "1.5, 16000", "3, 16000"})
  void generatedRoomsFadeAsAsked(double seconds, int rate) {
    for (long seed = 0; seed < 20; seed++) {
      float[] response = RoomResponse.generate(seconds, rate, seed);
      assertThat(reverberationTime(response, rate))
          .isCloseTo(seconds, Percentage.withPercentage(10));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.2, 0.6})
  void clipsFadeAsTheRoomDoes(double seconds) {
    float[] click = new float[2 * RATE];
    click[0] = 1;
    float[] heard =
        new Reverberation(RoomResponse.generate(seconds, RATE, 5)).apply(click, RATE, 0);
    assertThat(reverberationTime(heard, RATE)).isCloseTo(seconds, Percentage.withPercentage(10));
  }

  @Test
  void theDirectSoundStaysWhereItWasAndTheLevelWhatItWas() {
    float[] clip = new float[8000];
    clip[1000] = 0.7f;
    float[] measured = new float[500];
    measured[120] = 0.9f;
    measured[60] = 0.1f;
    measured[400] = -0.3f;
    float[] heard = new Reverberation(measured).apply(clip, RATE, 0);

    assertThat(heard).hasSize(8000);
    assertThat(Level.of(heard)).isCloseTo(Level.of(clip), within(1e-6));
    assertThat(heard[1280] / heard[1000]).isCloseTo(-1 / 3f, within(1e-4f));
    assertThat(heard[940] / heard[1000]).isCloseTo(1 / 9f, within(1e-4f));
  }

  @ParameterizedTest
  @CsvSource({"1, 10", "3, 2000", "700, 5000", "1024, 1024", "5000, 300", "2049, 30000"})
  void convolutionIsWhatItsDefinitionSays(int taps, int length) {
    float[] response = java.util.Arrays.copyOf(Sounds.noise(taps + 7), taps);
    float[] signal = Sounds.noise(length);
    int start = taps / 3;
    float[] fast = new Convolution(response).apply(signal, start, length);
    for (int i = 0; i < length; i += 37) {
      double exact = 0;
      for (int k = 0; k < taps; k++) {
        int place = start + i - k;
        exact += place >= 0 && place < length ? (double) response[k] * signal[place] : 0;
      }
      assertThat((double) fast[i]).isCloseTo(exact, within(1e-6));
    }
  }

  @Test
  void silenceStaysSilenceAndNothingNothing() {
    Reverberation room = new Reverberation(RoomResponse.generate(0.3, RATE, 1));
    assertThat(room.apply(new float[500], RATE, 1)).containsOnly(0);
    assertThat(room.apply(new float[0], RATE, 1)).isEmpty();
  }

  @Test
  void responsesWithoutSoundAreRefused() {
    for (float[] response : new float[][] {{}, {0, 0}, {Float.NaN}, {1, Float.POSITIVE_INFINITY}}) {
      assertThatThrownBy(() -> new Reverberation(response))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("no sound in it");
    }
    assertThatThrownBy(() -> RoomResponse.generate(Double.NaN, RATE, 1))
        .isInstanceOf(InvalidInputException.class);
  }
}
