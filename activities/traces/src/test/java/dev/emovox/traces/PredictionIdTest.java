package dev.emovox.traces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PredictionIdTest {
  private static final Instant TIME = Instant.parse("2026-11-23T17:05:06.789Z");

  @Test
  void tellsItsTimeToTheMillisecond() {
    assertThat(PredictionId.time(PredictionId.at(TIME))).contains(TIME);
    assertThat(PredictionId.time(PredictionId.at(Instant.EPOCH))).contains(Instant.EPOCH);
  }

  @Test
  void isAUuidOfVersionSeven() {
    UUID id = UUID.fromString(PredictionId.at(TIME));
    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
  }

  @Test
  void isDifferentEachTimeAndSpreadsEvenly() {
    List<String> ids = Stream.generate(() -> PredictionId.at(TIME)).limit(10_000).toList();
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(ids.stream().mapToDouble(PredictionId::place).average().orElseThrow())
        .isCloseTo(0.5, within(0.02));
    assertThat(ids).allMatch(id -> PredictionId.place(id) >= 0 && PredictionId.place(id) < 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "0b0e1c0e-7d5c-4c3a-9a55-3c0d8f1f2a77",
        "../../0b0e1c0e-7d5c-7c3a-9a55-3c0d8f1f2a77",
        "0B0E1C0E-7D5C-7C3A-9A55-3C0D8F1F2A77"
      })
  void knowsWhatIsNone(String text) {
    assertThat(PredictionId.time(text)).isEmpty();
  }
}
