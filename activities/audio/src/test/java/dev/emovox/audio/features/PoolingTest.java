package dev.emovox.audio.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.emovox.domain.Descriptor;
import dev.emovox.domain.FeaturePooling;
import dev.emovox.domain.FeatureSettings;
import dev.emovox.domain.InvalidInputException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PoolingTest {
  private static final double[] VALUES = {4, 1, 3, 2, 10};

  @Test
  void statisticsOfARow() {
    assertThat(new Statistic("mean").of(VALUES)).isEqualTo(4);
    assertThat(new Statistic("std").of(VALUES)).isCloseTo((float) Math.sqrt(10), within(1e-6f));
    assertThat(new Statistic("p0").of(VALUES)).isEqualTo(1);
    assertThat(new Statistic("p50").of(VALUES)).isEqualTo(3);
    assertThat(new Statistic("p90").of(VALUES))
        .as("numpy.percentile")
        .isCloseTo(7.6f, within(1e-5f));
    assertThat(new Statistic("p100").of(VALUES)).isEqualTo(10);
    assertThat(new Statistic("std").of(new double[0])).isZero();
  }

  @Test
  void namesFollowTheVector() {
    FeaturePooling pooling =
        new FeaturePooling(
            List.of("mean", "p5"), 1, List.of(Descriptor.FUNDAMENTAL_FREQUENCY, Descriptor.JITTER));
    List<String> names = FeatureNames.of(settings(pooling, 3));
    assertThat(names)
        .hasSize(settings(pooling, 3).size())
        .startsWith("mfcc_00")
        .containsSubsequence("mfcc_39", "mfcc_p5_00", "chroma_00", "mfcc_delta_00", "jitter")
        .endsWith("fundamental_frequency", "fundamental_frequency_p5", "voiced_share", "jitter");
  }

  @ParameterizedTest
  @ValueSource(strings = {"median", "p101", "p-1", "p07", ""})
  void refusesWhatIsNoStatistic(String name) {
    assertThatThrownBy(
            () ->
                new SpectralFeatures(settings(new FeaturePooling(List.of(name), 0, List.of()), 3)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("pooling.statistics");
  }

  @Test
  void refusesWhatCannotBeComputed() {
    assertRefused(new FeaturePooling(List.of("std", "std"), 0, List.of()), 3, "repeats");
    assertRefused(new FeaturePooling(List.of(), 0, List.of()), 3, "statistics");
    assertRefused(new FeaturePooling(List.of("mean"), 3, List.of()), 3, "deltas");
    assertRefused(new FeaturePooling(List.of("mean"), 1, List.of()), 0.2, "frames");
  }

  private static void assertRefused(FeaturePooling pooling, double seconds, String message) {
    assertThatThrownBy(() -> new SpectralFeatures(settings(pooling, seconds)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(message);
  }

  private static FeatureSettings settings(FeaturePooling pooling, double seconds) {
    return new FeatureSettings(
        "x",
        16_000,
        seconds,
        true,
        1,
        2048,
        512,
        40,
        128,
        12,
        6,
        false,
        List.of(),
        Optional.empty(),
        Optional.of(pooling),
        Optional.empty());
  }
}
