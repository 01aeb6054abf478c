package dev.emovox.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.emovox.cli.benchmark.EpochRequest;
import dev.emovox.cli.benchmark.baselines.BaselineRequest;
import dev.emovox.cli.benchmark.features.FeatureRequest;
import dev.emovox.cli.console.GlobalOptions;
import dev.emovox.cli.console.Terminal;
import dev.emovox.cli.testing.Captured;
import dev.emovox.cli.testing.FakeWorkplace;
import dev.emovox.domain.FeatureSettings;
import dev.emovox.wav2vec2.benchmark.BenchmarkPlan;
import dev.emovox.wav2vec2.benchmark.ModelSize;
import dev.emovox.wav2vec2.engine.ComputeDevice;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenchCommandTest {
  @TempDir Path folder;

  private FakeWorkplace workplace;
  private Captured captured;

  private int emovox(String line) {
    workplace = new FakeWorkplace(folder);
    GlobalOptions options = new GlobalOptions();
    captured = new Captured(Terminal.plain(), options);
    return CommandLines.execute(
        new Invocation(options, captured.console(), given -> workplace, Clock.systemUTC()),
        List.of(line.split(" ")));
  }

  @Test
  void optionsBecomeAPlan() {
    assertThat(
            emovox(
                "bench training --model large --clips 2 --seconds 1.5 --steps 7 --threads 3"
                    + " --frozen-encoder --device cuda:1 --peer-python python3"))
        .isZero();
    assertThat(workplace.benchmarks().plans())
        .containsExactly(
            new BenchmarkPlan(ModelSize.LARGE, 2, 1.5, 7, 3, true, ComputeDevice.parse("cuda:1")));
  }

  @Test
  void aTableForPeople() {
    assertThat(emovox("bench training --threads 2")).isZero();
    assertThat(captured.out())
        .contains("base, 4 clips of 3.0 s, 2 threads on cpu", "ours: ours 1", "peer: peer 2")
        .containsPattern("forward time, s +2.00 \\[1.50, 3.00\\] +2.20 \\[1.85, 3.30\\] +1.10")
        .containsPattern("forward peak memory, GiB +3.00 +6.00 +2.00");
  }

  @Test
  void aDocumentForPrograms() throws IOException {
    assertThat(emovox("bench training --json")).isZero();
    JsonNode document = new ObjectMapper().readTree(captured.out());
    assertThat(document.at("/machine/processors").asInt()).isPositive();
    assertThat(document.at("/plan/model").asText()).isEqualTo("base");
    JsonNode time = document.at("/results/0");
    assertThat(time.get("work").asText()).isEqualTo("forward time");
    assertThat(time.get("unit").asText()).isEqualTo("seconds");
    assertThat(time.get("ours").asDouble()).isEqualTo(2);
    assertThat(time.get("peer").asDouble()).isEqualTo(2.2);
    assertThat(time.get("ratio").asDouble()).as("median of 1.1, 1.5, 1.1").isEqualTo(1.1);
    assertThat(document.at("/results/1/ratio").asDouble()).isEqualTo(2);
  }

  @Test
  void withoutAPeerThereIsNoRatio() throws IOException {
    assertThat(emovox("bench training --no-peer --json")).isZero();
    JsonNode time = new ObjectMapper().readTree(captured.out()).at("/results/0");
    assertThat(time.path("peer").isNumber()).isFalse();
    assertThat(time.path("ratio").isNumber()).isFalse();
    assertThat(emovox("bench training --no-peer")).isZero();
    assertThat(captured.out()).doesNotContain("peer:").containsPattern("forward time, s .* - +-");
  }

  @Test
  void epochsOfRealClips() throws IOException {
    assertThat(
            emovox(
                "bench epoch --data one --data two --clips 320 --longest 2.5 --batch 8 --rounds 2"
                    + " --threads 1 --architecture my.json"))
        .isZero();
    assertThat(workplace.benchmarks().epochs())
        .containsExactly(
            new EpochRequest(
                List.of(Path.of("one"), Path.of("two")),
                Optional.of(320),
                2.5,
                Optional.of(Path.of("my.json")),
                8,
                2,
                1));
    assertThat(captured.out())
        .contains("an epoch with 320 clips up to 2.5 s, 8 a batch, 1 thread")
        .containsPattern("epoch time, s +2.00 .* +2.20 .* +1.10");
    assertThat(emovox("bench epoch --data one --threads 2 --json")).isZero();
    JsonNode document = new ObjectMapper().readTree(captured.out());
    assertThat(document.at("/plan/batch").asInt()).isEqualTo(16);
    assertThat(document.at("/plan/clips").isNumber()).isFalse();
    assertThat(document.at("/results/0/ratio").asDouble()).isEqualTo(1.1);
  }

  @Test
  void featuresOfRealClips() throws IOException {
    assertThat(
            emovox(
                "bench features --data one --clips 100 --set paper --threads 2 --rounds 4"
                    + " --peer-python python3"))
        .isZero();
    assertThat(workplace.benchmarks().features())
        .containsExactly(
            new FeatureRequest(
                List.of(Path.of("one")), Optional.of(100), List.of(FeatureSettings.paper()), 2, 4));
    assertThat(captured.out())
        .contains("features of 100 clips, 4 min 10 s of sound, 2 threads")
        .containsPattern("paper, clips/s and core +50.0 +45.5 +1.10")
        .containsPattern("paper time, s +2.00 .* +2.20 .* +1.10");
    assertThat(emovox("bench features --data one --no-peer --json")).isZero();
    JsonNode document = new ObjectMapper().readTree(captured.out());
    assertThat(document.at("/plan/sets")).hasSize(2);
    assertThat(document.at("/results/0/work").asText()).isEqualTo("paper speed");
    assertThat(document.at("/results/0/ours").asDouble()).isEqualTo(50);
  }

  @Test
  void fitsOfBaselines() throws IOException {
    assertThat(
            emovox(
                "bench baselines --data one --clips 100 --set paper --threads 2 --rounds 4"
                    + " --peer-python python3"))
        .isZero();
    assertThat(workplace.benchmarks().baselines())
        .containsExactly(
            new BaselineRequest(
                List.of(Path.of("one")), Optional.of(100), List.of(FeatureSettings.paper()), 2, 4));
    assertThat(captured.out())
        .contains("fits on 100 clips of 8 emotions, 2 threads")
        .containsPattern("random-forest on paper time, s +2.00 .* +2.20 .* +1.10");
    assertThat(emovox("bench baselines --data one --no-peer --json")).isZero();
    JsonNode document = new ObjectMapper().readTree(captured.out());
    assertThat(document.at("/plan/classes").asInt()).isEqualTo(8);
    assertThat(document.at("/results/0/work").asText()).isEqualTo("random-forest on paper time");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bench",
        "bench baselines",
        "bench baselines --data x --no-peer --clips 1",
        "bench baselines --data x --no-peer --set none",
        "bench features",
        "bench features --data x",
        "bench features --data x --no-peer --set none",
        "bench features --data x --no-peer --rounds 0",
        "bench features --data x --no-peer --peer-python python3",
        "bench epoch",
        "bench epoch --data x --clips 0",
        "bench epoch --data x --longest 0",
        "bench epoch --data x --no-peer --peer-python python3",
        "bench speed",
        "bench training --model huge",
        "bench training --clips 0",
        "bench training --steps -1",
        "bench training --seconds 0.01",
        "bench training --seconds NaN",
        "bench training --threads 100000",
        "bench training --no-peer --peer-python python3"
      })
  void wrongUsageExitsWith2(String line) {
    assertThat(emovox(line)).isEqualTo(2);
    assertThat(captured.err()).startsWith("error: ").hasLineCount(1);
  }
}
