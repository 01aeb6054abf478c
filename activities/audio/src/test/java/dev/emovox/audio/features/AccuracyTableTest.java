package dev.emovox.audio.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AccuracyTableTest {
  /** What another processor's logarithms and sines may add to an error. */
  private static final double SLACK = 1.2;

  @Test
  void theCommittedTableIsTrue() throws IOException {
    Map<String, List<Double>> written =
        Files.readAllLines(AccuracyTable.DOCUMENT).stream()
            .filter(line -> line.matches("\\| [a-z_0-9]+ \\| [0-9].*"))
            .map(line -> line.split(" *\\| *", -1))
            .collect(
                Collectors.toMap(
                    cells -> cells[1],
                    cells -> List.of(Double.valueOf(cells[3]), Double.valueOf(cells[4]))));
    AccuracyTable measured = AccuracyTable.measured();

    assertThat(written.keySet()).isEqualTo(measured.at16kHz().keySet());
    measured
        .at16kHz()
        .forEach((track, error) -> assertClose(track, written.get(track).get(0), error));
    measured
        .atOwnRate()
        .forEach((track, error) -> assertClose(track, written.get(track).get(1), error));
  }

  private static void assertClose(String track, double written, double measured) {
    assertThat(measured).as(track).isLessThanOrEqualTo(written * SLACK);
    assertThat(written).as(track).isLessThanOrEqualTo(measured * SLACK);
  }
}
