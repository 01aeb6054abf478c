package dev.emovox.wav2vec2.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.emovox.domain.WorkFailedException;
import dev.emovox.wav2vec2.engine.ComputeDevice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingBenchmarkTest {
  private static final BenchmarkPlan PLAN =
      new BenchmarkPlan(ModelSize.SMALL, 1, 0.2, 2, 1, false, ComputeDevice.CPU);

  @TempDir Path folder;

  @Test
  void bothSidesTakeTurns() throws IOException {
    BenchmarkReport report =
        new TrainingBenchmark(PLAN, line -> {}).run(folder, Optional.of(peer("$RANDOM_PEER")));
    assertThat(report.ours()).startsWith("Emovox, libtorch 2");
    assertThat(report.peer()).contains("fake");
    assertThat(report.comparisons())
        .extracting(Comparison::work)
        .containsExactly(Work.FORWARD, Work.TRAINING);
    Comparison training = report.comparisons().get(1);
    assertThat(training.ours().seconds().values()).hasSize(2).allMatch(seconds -> seconds > 0);
    assertThat(training.peer().orElseThrow().seconds().values()).containsExactly(0.5, 0.5);
    assertThat(training.timeRatio().orElseThrow()).isPositive();
    assertThat(training.ours().peakBytes()).isGreaterThan(50_000_000);
  }

  @Test
  void aPeerThatFailsIsToldWithItsLastWords() throws IOException {
    PeerProgram broken = peer("echo 'No module named torch' >&2; exit 1");
    TrainingBenchmark benchmark = new TrainingBenchmark(PLAN, line -> {});
    assertThatThrownBy(() -> benchmark.run(folder, Optional.of(broken)))
        .isInstanceOf(WorkFailedException.class)
        .hasMessageContaining("No module named torch");
    assertThatThrownBy(() -> Side.start(List.of("/no/such/program"), folder.resolve("log")))
        .isInstanceOf(WorkFailedException.class)
        .hasMessageContaining("/no/such/program");
  }

  @Test
  void aRatioPairsRoundsThatWereNeighbours() {
    Outcome ours = outcome(List.of(1.0, 10.0, 1.0), 100);
    Outcome peer = outcome(List.of(2.0, 20.0, 3.0), 150);
    Comparison comparison = new Comparison(Work.FORWARD, ours, Optional.of(peer));
    assertThat(comparison.timeRatio()).contains(2.0);
    assertThat(comparison.memoryRatio()).contains(1.5);
    assertThat(peer.seconds().upperQuartile()).isCloseTo(11.5, within(1e-9));
    assertThatThrownBy(() -> new Samples(List.of())).hasMessageContaining("no values");
  }

  /** A shell script in Python's place. */
  private PeerProgram peer(String begin) throws IOException {
    Path script = folder.resolve("peer.sh");
    Files.writeString(
        script,
        begin.replace("$RANDOM_PEER", "echo '{\"name\": \"fake\"}'")
            + "\nwhile read -r work; do [ \"$work\" = end ] && exit"
            + "\n echo '{\"seconds\": 0.5, \"peak_bytes\": 1000}'\ndone\n");
    return new PeerProgram(Path.of("/bin/sh"), script);
  }

  private static Outcome outcome(List<Double> seconds, long peakBytes) {
    Samples samples = new Samples(seconds);
    return new Outcome(samples, samples, peakBytes);
  }
}
