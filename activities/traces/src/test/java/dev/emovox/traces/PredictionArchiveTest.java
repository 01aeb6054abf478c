package dev.emovox.traces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.emovox.domain.InvalidInputException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PredictionArchiveTest {
  private final MemoryTraceFiles files = new MemoryTraceFiles();
  private final PredictionArchive archive = new PredictionArchive(files);

  @Test
  void findsWhatWasWrittenWithEveryColumn() {
    PredictionRow row = Rows.at("2026-03-01T23:59:59.999Z");
    archive.write(List.of(Rows.at("2026-03-01T23:10:00Z"), row, Rows.at("2026-03-02T00:00:00Z")));

    assertThat(archive.find(row.id())).contains(row);
    assertThat(files.folders()).containsExactly("dt=2026-03-01/hour=23", "dt=2026-03-02/hour=00");
  }

  @Test
  void findsNothingThatWasNotKept() {
    assertThat(archive.isEmpty()).isTrue();
    archive.write(List.of(Rows.at("2026-03-01T23:10:00Z")));

    assertThat(archive.isEmpty()).isFalse();
    assertThat(archive.find(Rows.at("2026-03-01T23:10:00Z").id())).isEmpty();
    assertThat(archive.find(Rows.at("2026-03-01T22:10:00Z").id())).isEmpty();
    assertThat(archive.find("no id")).isEmpty();
    assertThat(archive.find("0b0e1c0e-7d5c-4c3a-9a55-3c0d8f1f2a77")).isEmpty();
  }

  @Test
  void rowsThatAreWrittenAgainAreThereOnce() {
    List<PredictionRow> rows = List.of(Rows.at("2026-03-01T23:10:00Z"));
    archive.write(rows);
    archive.write(rows);

    assertThat(files.names("dt=2026-03-01/hour=23")).hasSize(1);
  }

  @Test
  void forgetsHoursThatAreOverForLongEnough() {
    PredictionRow old = Rows.at("2026-03-01T20:10:00Z");
    PredictionRow kept = Rows.at("2026-03-01T21:10:00Z");
    archive.write(List.of(old, kept));
    files.put("dt=2020-99-01/hour=07", "foreign.parquet", new byte[0]);

    assertThat(archive.removeBefore(Instant.parse("2026-03-01T20:59:59Z"))).isZero();
    assertThat(archive.removeBefore(Instant.parse("2026-03-01T21:00:00Z"))).isEqualTo(1);

    assertThat(archive.find(old.id())).isEmpty();
    assertThat(archive.find(kept.id())).contains(kept);
  }

  @Test
  void aDamagedTableIsAnErrorAndNotAnAbsentPrediction() {
    files.put("dt=2026-03-01/hour=23", "x.parquet", "no".getBytes(StandardCharsets.UTF_8));

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> archive.find(Rows.at("2026-03-01T23:10:00Z").id()));
  }

  @Test
  void refusesRowsWithoutAnIdOfItsOwn() {
    PredictionRow row = Rows.at("2026-03-01T23:10:00Z");
    PredictionRow nameless =
        new PredictionRow(
            "x",
            row.time(),
            row.clip(),
            1,
            "m",
            "1",
            "r",
            "d",
            "l",
            List.of(),
            List.of(),
            0,
            0,
            0,
            1);

    assertThatIllegalArgumentException().isThrownBy(() -> archive.write(List.of(nameless)));
  }
}
