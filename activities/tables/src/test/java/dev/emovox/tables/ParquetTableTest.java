package dev.emovox.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.domain.Digest;
import dev.emovox.domain.InvalidInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetTableTest {
  private final ParquetTable table = new ParquetTable();

  enum Part {
    TRAIN,
    TEST
  }

  record Row(
      String id,
      String spokenSentence,
      int sampleRate,
      long bytes,
      double seconds,
      float level,
      boolean stereo,
      Part part,
      List<Double> features,
      List<Float> samples) {}

  record OtherRow(String id, int somethingElse) {}

  record WrongType(int id) {}

  record Narrow(int bytes) {}

  private static Row row(int i) {
    return new Row(
        "clip-" + i,
        i % 3 == 0 ? null : "Ünïcode ✓ " + i % 7,
        16_000 + i,
        (1L << 40) + i,
        i / 3.0,
        i / 7f,
        i % 2 == 0,
        i % 5 == 0 ? Part.TEST : Part.TRAIN,
        DoubleStream.iterate(i, x -> x * 0.5).limit(i % 4).boxed().toList(),
        List.of((float) i, -0.0f, Float.MIN_VALUE));
  }

  private static List<Row> rows(int count) {
    return IntStream.range(0, count).mapToObj(ParquetTableTest::row).toList();
  }

  @Test
  void everyTypeComesBackAsItWas() {
    List<Row> rows = rows(500);
    assertThat(table.read(Row.class, table.write(Row.class, rows))).isEqualTo(rows);
  }

  @Test
  void extremeNumbersComeBackBitForBit() {
    record Extremes(double a, float b, long c, int d) {}
    List<Extremes> rows =
        List.of(
            new Extremes(Double.NaN, Float.NaN, Long.MIN_VALUE, Integer.MIN_VALUE),
            new Extremes(-0.0, Float.NEGATIVE_INFINITY, Long.MAX_VALUE, Integer.MAX_VALUE),
            new Extremes(Double.MIN_VALUE, Float.MAX_VALUE, -1, 0));
    assertThat(table.read(Extremes.class, table.write(Extremes.class, rows))).isEqualTo(rows);
  }

  @Test
  void noRowsAreATable() {
    assertThat(table.read(Row.class, table.write(Row.class, List.of()))).isEmpty();
  }

  @Test
  void sameRowsGiveSameBytes() {
    assertThat(table.write(Row.class, rows(300))).isEqualTo(table.write(Row.class, rows(300)));
  }

  /** One process can't see what another would write, so the bytes are pinned. */
  @Test
  void sameRowsGiveSameBytesInEveryProcess() {
    assertThat(Digest.of(table.write(Row.class, rows(300))))
        .hasToString("sha256:bb243a308ae6e5e3ee25c4c4abbcccb7f30fbd4e002a62b160936fce5b2477a1");
  }

  @Test
  void columnNamesAreSnakeCase() {
    String file = new String(table.write(Row.class, rows(1)), StandardCharsets.ISO_8859_1);
    assertThat(file).contains("spoken_sentence", "sample_rate").doesNotContain("sampleRate");
  }

  @Test
  void aNullRowIsABug() {
    List<Row> rows = Arrays.asList(row(1), null);
    assertThatNullPointerException().isThrownBy(() -> table.write(Row.class, rows));
  }

  @Test
  void columnsMayBePassedOver() {
    record Id(String id) {}
    assertThat(table.read(Id.class, table.write(Row.class, rows(2))))
        .containsExactly(new Id("clip-0"), new Id("clip-1"));
  }

  @Test
  void rowsOfAnotherTypeAreRefused() {
    byte[] content = table.write(Row.class, rows(3));
    for (Class<? extends Record> type : List.of(OtherRow.class, WrongType.class, Narrow.class)) {
      assertThatExceptionOfType(InvalidInputException.class)
          .isThrownBy(() -> table.read(type, content))
          .withMessageContaining(type.getSimpleName());
    }
  }

  @Test
  void everyTruncationIsRefused() {
    byte[] content = table.write(Row.class, rows(5));
    for (int length = 0; length < content.length; length++) {
      byte[] part = Arrays.copyOf(content, length);
      assertThatExceptionOfType(InvalidInputException.class)
          .as("first %d bytes", length)
          .isThrownBy(() -> table.read(Row.class, part));
    }
  }

  @Test
  void aChangedValueIsRefused() {
    byte[] content = table.write(Row.class, rows(40));
    int at = new String(content, StandardCharsets.ISO_8859_1).indexOf("clip-31");
    content[at] = 'C';
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> table.read(Row.class, content));
  }

  @Test
  void noiseIsRefused() {
    Random random = new Random(7);
    for (int i = 0; i < 200; i++) {
      byte[] noise = new byte[random.nextInt(400)];
      random.nextBytes(noise);
      assertThatExceptionOfType(InvalidInputException.class)
          .isThrownBy(() -> table.read(Row.class, noise));
    }
  }

  @Test
  void changedFilesAreReadOrRefusedAndNothingElse() {
    byte[] content = table.write(Row.class, rows(40));
    Random random = new Random(20261123);
    List<String> escaped = new ArrayList<>();
    for (int i = 0; i < 800; i++) {
      byte[] changed = content.clone();
      int changes = 1 + random.nextInt(3);
      for (int k = 0; k < changes; k++) {
        changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
      }
      outcome(changed, i, escaped);
    }
    assertThat(escaped).isEmpty();
  }

  @Test
  void changedFootersAreReadOrRefusedAndNothingElse() {
    byte[] content = table.write(Row.class, rows(2));
    List<String> escaped = new ArrayList<>();
    for (int at = content.length / 3; at < content.length; at++) {
      for (int value : new int[] {0x7f, content[at] + 1}) {
        byte[] changed = content.clone();
        changed[at] = (byte) value;
        outcome(changed, at, escaped);
      }
    }
    assertThat(escaped).isEmpty();
  }

  private void outcome(byte[] changed, int which, List<String> escaped) {
    try {
      table.read(Row.class, changed);
    } catch (InvalidInputException e) {
      assertThat(e).hasMessageContaining("ake it anew");
    } catch (Throwable e) {
      escaped.add(which + ": " + e);
    }
  }

  @Test
  void aBigTableTakesBoundedTime() {
    record Wide(String id, List<Double> features) {}
    Random random = new Random(3);
    List<Wide> rows =
        IntStream.range(0, 100_000)
            .mapToObj(i -> new Wide("c" + i, random.doubles(60).boxed().toList()))
            .collect(Collectors.toList());
    long start = System.nanoTime();
    byte[] content = table.write(Wide.class, rows);
    List<Wide> back = table.read(Wide.class, content);
    double seconds = (System.nanoTime() - start) / 1e9;
    assertThat(back.get(99_999)).isEqualTo(rows.get(99_999));
    assertThat(content.length).isLessThan(60_000_000);
    assertThat(seconds).as("seconds to write and read 100,000 rows").isLessThan(240);
  }

  @Test
  void aFileThatIsWrittenRowByRowHasTheSameBytes(@TempDir Path folder) throws IOException {
    List<Row> rows = rows(2 * ParquetTable.GROUP_ROWS + 5);
    Path file = folder.resolve("table.parquet");
    try (TableWriter<Row> writer = table.writer(Row.class, file)) {
      rows.forEach(writer::add);
    }
    List<Row> read = new ArrayList<>();
    table.forEach(Row.class, file, read::add);

    assertThat(Files.readAllBytes(file)).isEqualTo(table.write(Row.class, rows));
    assertThat(read).isEqualTo(rows);
  }

  @Test
  void someRowsOfAFileAreReadAlone(@TempDir Path folder) throws IOException {
    int group = ParquetTable.GROUP_ROWS;
    record Numbered(int number) {}
    List<Numbered> rows = IntStream.range(0, 3 * group + 7).mapToObj(Numbered::new).toList();
    Path file = folder.resolve("table.parquet");
    Files.write(file, table.write(Numbered.class, rows));

    for (int[] range :
        new int[][] {
          {0, 0},
          {0, 1},
          {group - 1, group + 1},
          {group, 2 * group},
          {5, 3 * group + 6},
          {3 * group, 3 * group + 7}
        }) {
      assertThat(table.read(Numbered.class, file, range[0], range[1]))
          .isEqualTo(rows.subList(range[0], range[1]));
    }
    assertThat(table.read(Numbered.class, file, 3L * group + 6, 4L * group)).hasSize(1);
    assertThat(table.read(Numbered.class, file, 4L * group, 5L * group)).isEmpty();
  }

  @Test
  void whatTheReceiverThrowsIsNoSignOfADamagedFile(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("table.parquet");
    Files.write(file, table.write(Row.class, rows(3)));
    IllegalStateException own = new IllegalStateException("enough");

    assertThatThrownBy(
            () ->
                table.forEach(
                    Row.class,
                    file,
                    row -> {
                      throw own;
                    }))
        .isSameAs(own);
    Files.write(file, new byte[] {'P', 'A', 'R', '1'});
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> table.read(Row.class, file, 0, 3))
        .withMessageContaining("4 bytes");
  }
}
