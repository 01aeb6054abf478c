package dev.emovox.cli.benchmark.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.emovox.audio.AudioClip;
import dev.emovox.audio.WavWriter;
import dev.emovox.domain.FeatureSettings;
import dev.emovox.wav2vec2.benchmark.Comparison;
import dev.emovox.wav2vec2.benchmark.PeerProgram;
import dev.emovox.wav2vec2.benchmark.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeatureBenchmarkTest {
  @TempDir Path folder;

  @Test
  void bothSidesTakeTurns() throws IOException {
    List<String> told = new ArrayList<>();
    FeatureReport report =
        new FeatureBenchmark(request(2), told::add)
            .run(Files.createDirectory(folder.resolve("work")), clips(), Optional.of(peer()));

    assertThat(report.clips()).isEqualTo(3);
    assertThat(report.soundSeconds()).isCloseTo(1.5, within(0.01));
    assertThat(report.times().ours()).startsWith("Emovox, Java ");
    assertThat(report.times().peer()).contains("fake");
    assertThat(report.times().comparisons())
        .extracting(comparison -> comparison.work().written())
        .containsExactly("paper", "paper from files");
    Comparison paper = report.times().comparisons().get(0);
    assertThat(paper.ours().processorSeconds().values()).hasSize(2).allMatch(s -> s > 0);
    assertThat(report.clipsPerSecond(paper.peer().orElseThrow())).isEqualTo(12);
    assertThat(told).contains("Round 2 of 2: paper from files");
    assertThat(folder.resolve("orders"))
        .content()
        .contains("--processes 2")
        .contains("paper\npaper\npaper\npaper from files\n")
        .endsWith("end\n");
  }

  @Test
  void aSideAlone() throws IOException {
    FeatureReport report =
        new FeatureBenchmark(request(1), line -> {})
            .run(Files.createDirectory(folder.resolve("work")), clips(), Optional.empty());
    assertThat(report.times().peer()).isEmpty();
    assertThat(report.times().comparisons().get(0).processorRatio()).isEmpty();
  }

  @Test
  void worksComeBackAsTheyWereWritten() {
    for (boolean fromFiles : new boolean[] {false, true}) {
      FeatureWork work = new FeatureWork("paper", fromFiles);
      assertThat(FeatureWork.parse(work.work())).isEqualTo(work);
    }
    assertThatThrownBy(() -> new Work("a\nb")).isInstanceOf(IllegalArgumentException.class);
  }

  private static FeatureRequest request(int rounds) {
    return new FeatureRequest(
        List.of(), Optional.empty(), List.of(FeatureSettings.paper()), 2, rounds);
  }

  private List<Path> clips() {
    List<Path> files = new ArrayList<>();
    for (int rate : new int[] {8_000, 16_000, 44_100}) {
      float[] samples = new float[rate / 2];
      for (int i = 0; i < samples.length; i++) {
        samples[i] = (float) (0.5 * Math.sin(2 * Math.PI * 300 * i / rate));
      }
      Path file = folder.resolve(rate + ".wav");
      WavWriter.write(new AudioClip(samples, rate), file);
      files.add(file);
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
