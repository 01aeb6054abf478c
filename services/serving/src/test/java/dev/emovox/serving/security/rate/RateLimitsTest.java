package dev.emovox.serving.security.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.emovox.domain.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateLimitsTest {
  private static final long SECOND = 1_000_000_000L;

  private final RateLimits limits = new RateLimits(new Rate(2, 3), 100);

  @Test
  void letsABurstPassAndThenTheRate() {
    for (int i = 0; i < 3; i++) {
      assertThat(limits.take("a", 0)).isZero();
    }
    assertThat(limits.take("a", 0)).isEqualTo(0.5);
    assertThat(limits.take("a", SECOND / 4)).isCloseTo(0.25, within(1e-9));
    assertThat(limits.take("a", SECOND / 2)).isZero();
    assertThat(limits.take("a", SECOND / 2)).isEqualTo(0.5);
  }

  @Test
  void overAMinuteNobodyGetsMoreThanTheRateAndOneBurst() {
    int passed = 0;
    for (long time = 0; time < 60 * SECOND; time += SECOND / 50) {
      passed += limits.take("a", time) == 0 ? 1 : 0;
    }
    assertThat(passed).isBetween(2 * 60, 2 * 60 + 3);
  }

  @Test
  void callersDoNotTakeFromEachOther() {
    for (int i = 0; i < 10; i++) {
      limits.take("a", 0);
    }
    assertThat(limits.take("b", 0)).isZero();
  }

  @Test
  void remembersABoundedNumberAndForgetsWhoWasAwayLongest() {
    for (int i = 0; i < 3; i++) {
      limits.take("busy", 0);
    }
    for (int i = 0; i < 100_000; i++) {
      limits.take("caller " + i, 0);
      assertThat(limits.take("busy", 0)).isPositive();
    }
    assertThat(limits.size()).isEqualTo(100);
  }

  @Test
  void aClockThatStandsStillOrGoesBackGivesNothing() {
    for (int i = 0; i < 3; i++) {
      limits.take("a", SECOND);
    }
    assertThat(limits.take("a", 0)).isPositive();
    assertThat(limits.take("a", SECOND)).isPositive();
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "-1, 1", "NaN, 1", "Infinity, 1", "1, 0.5", "1, NaN"})
  void refusesRatesThatAreNone(double perSecond, double burst) {
    assertThatThrownBy(() -> new Rate(perSecond, burst)).isInstanceOf(InvalidInputException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.7, 192.0.2.7",
    "2001:db8:1:2:3:4:5:6, 20010db800010002/64",
    "2001:db8:1:2::1%eth0, 20010db800010002/64",
    "::ffff:192.0.2.7, 192.0.2.7",
    "unknown, unknown",
    "host.example.org, host.example.org"
  })
  void addressesOfVersion6AreCountedByTheirSubscriber(String address, String block) {
    assertThat(AddressBlock.of(address)).isEqualTo(block);
  }
}
