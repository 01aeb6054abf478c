package dev.emovox.cli.benchmark.baselines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emovox.audio.AudioClip;
import dev.emovox.audio.WavWriter;
import dev.emovox.baselines.TrainingTable;
import dev.emovox.cli.benchmark.features.ClipFiles.Labelled;
import dev.emovox.domain.FeatureSettings;
import dev.emovox.wav2vec2.benchmark.PeerProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineBenchmarkTest {
  @TempDir Path folder;

  @Test
  void bothSidesFitBothModelsInTurns() throws IOException {
    BaselineReport report = run(2, Optional.of(peer()));

    assertThat(report.clips()).isEqualTo(6);
    assertThat(report.classes()).isEqualTo(2);
    assertThat(report.times().ours()).startsWith("Emovox, Java ");
    assertThat(report.times().comparisons())
        .extracting(comparison -> comparison.work().written())
        .containsExactly("logistic-regression on paper", "random-forest on paper");
    assertThat(report.times().comparisons().get(1).timeRatio()).isPresent();
    assertThat(folder.resolve("orders"))
        .content()
        .contains("--threads 2")
        .contains("random-forest on paper\n")
        .endsWith("end\n");
  }

  @Test
  void aSideAlone() throws IOException {
    assertThat(run(1, Optional.empty()).times().peer()).isEmpty();
  }

  @Test
  void tablesComeBackAsTheyWere() {
    FitFolder tables = new FitFolder(folder);
    tables.writeLabels(List.of("sad", "angry", "sad"));
    tables.writeTable("x", List.of(new double[] {1, 2}, new double[] {3, -4}, new double[] {5, 6}));

    TrainingTable table = tables.read("x");

    assertThat(table.features()).isDeepEqualTo(new double[][] {{1, 2}, {3, -4}, {5, 6}});
    assertThat(table.labels()).containsExactly(1, 0, 1);
    assertThat(table.labelSet().labels()).containsExactly("angry", "sad");
  }

  private BaselineReport run(int rounds, Optional<PeerProgram> peer) throws IOException {
    BaselineRequest request =
        new BaselineRequest(
            List.of(), Optional.empty(), List.of(FeatureSettings.paper()), 2, rounds);
    return new BaselineBenchmark(request, line -> {})
        .run(Files.createDirectory(folder.resolve("work")), clips(), peer);
  }

  private List<Labelled> clips() {
    List<Labelled> files = new ArrayList<>();
    for (int clip = 0; clip < 6; clip++) {
      float[] samples = new float[8_000];
      for (int i = 0; i < samples.length; i++) {
        samples[i] = (float) (0.5 * Math.sin(0.1 * (clip + 1) * i));
      }
      Path file = folder.resolve(clip + ".wav");
      WavWriter.write(new AudioClip(samples, 16_000), file);
      files.add(new Labelled(file, clip % 2 == 0 ? "sad" : "angry"));
    }
    return files;
  }

  /** A shell script in Python's place, which writes down what it is told. */
  private PeerProgram peer() throws IOException {
    Path orders = folder.resolve("orders");
    Path script = folder.resolve("peer.sh");
    Files.writeString(
        script,
        "echo \"$@\" > '%s'\necho '{\"name\": \"fake\"}'\n".formatted(orders)
            + "while read -r work; do echo \"$work\" >> '%s'\n".formatted(orders)
            + "[ \"$work\" = end ] && exit\n"
            + "echo '{\"seconds\": 0.5, \"processor_seconds\": 0.25, \"peak_bytes\": 1000}'\ndone\n");
    return new PeerProgram(Path.of("/bin/sh"), script);
  }
}
