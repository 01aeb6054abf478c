package dev.emovox.finetuning.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.domain.LabelSet;
import dev.emovox.wav2vec2.benchmark.BenchmarkReport;
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

class EpochBenchmarkTest {
  private static final String ARCHITECTURE =
      """
      {"model_type": "wav2vec2", "feat_extract_norm": "layer", "conv_bias": true,
       "do_stable_layer_norm": true, "conv_dim": [8, 8], "conv_kernel": [40, 8],
       "conv_stride": [20, 8], "hidden_size": 8, "num_attention_heads": 2,
       "num_hidden_layers": 1, "intermediate_size": 8, "num_conv_pos_embeddings": 4,
       "num_conv_pos_embedding_groups": 2, "classifier_proj_size": 8}
      """;

  private static final LabelSet LABELS = new LabelSet(List.of("high", "low"));

  @TempDir Path folder;

  @Test
  void epochsOfBothSidesTakeTurns() throws IOException {
    List<String> told = new ArrayList<>();
    BenchmarkReport report =
        new EpochBenchmark(new EpochBenchmarkPlan(ARCHITECTURE, 2, 2, 1), told::add)
            .run(Files.createDirectory(folder.resolve("work")), clips(), Optional.of(peer()));
    assertThat(report.ours()).startsWith("Emovox, libtorch 2");
    assertThat(report.peer()).contains("fake");
    Comparison epoch = report.comparisons().get(0);
    assertThat(epoch.work()).isEqualTo(Work.EPOCH);
    assertThat(epoch.ours().seconds().values()).hasSize(2).allMatch(seconds -> seconds > 0);
    assertThat(epoch.peer().orElseThrow().seconds().values()).containsExactly(0.5, 0.5);
    assertThat(told).contains("Warming up: epoch", "Round 2 of 2: epoch");
    assertThat(folder.resolve("orders"))
        .content()
        .contains("--batch 2 --threads 1")
        .contains("epoch\nepoch\nepoch\nend");
  }

  @Test
  void clipsComeBackAsTheyWere() {
    EpochFolder written = new EpochFolder(folder);
    written.write(ARCHITECTURE, clips());
    BenchmarkClips read = written.read(LABELS);
    assertThat(read.classes()).isEqualTo(clips().classes());
    assertThat(read.waveforms()).containsExactly(clips().waveforms().toArray(float[][]::new));
    assertThat(read.samples()).isEqualTo(12_000);
  }

  @Test
  void whatIsOutOfRangeIsRefused() {
    assertThatThrownBy(() -> new EpochBenchmarkPlan("{}", 0, 1, 1)).hasMessage("batch: 0");
    assertThatThrownBy(() -> new EpochBenchmarkPlan("{}", 1, 1001, 1)).hasMessage("rounds: 1001");
    assertThatThrownBy(() -> new BenchmarkClips(LABELS, List.of(), List.of()))
        .hasMessageContaining("0 waveforms");
  }

  private static BenchmarkClips clips() {
    List<float[]> waveforms = new ArrayList<>();
    for (int length : new int[] {3000, 5000, 4000}) {
      float[] waveform = new float[length];
      for (int i = 0; i < length; i++) {
        waveform[i] = (float) Math.sin(0.1 * i + length);
      }
      waveforms.add(waveform);
    }
    return new BenchmarkClips(LABELS, waveforms, List.of(0, 1, 0));
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
            + "echo '{\"seconds\": 0.5, \"peak_bytes\": 1000}'\ndone\n");
    return new PeerProgram(Path.of("/bin/sh"), script);
  }
}
