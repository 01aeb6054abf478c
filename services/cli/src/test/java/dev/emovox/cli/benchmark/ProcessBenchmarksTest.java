package dev.emovox.cli.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.domain.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessBenchmarksTest {
  @TempDir Path folder;

  @Test
  void saysHowToGetAPeer() {
    assertThatThrownBy(() -> benchmarks().peer(null))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("--no-peer")
        .hasMessageContaining("6 GB")
        .hasMessageContaining("infra/peer/requirements.lock")
        .hasMessageContaining(folder.resolve("home/peer/bin/python3").toString());
    assertThatThrownBy(() -> benchmarks().peer(folder.resolve("python9")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("python9");
  }

  @Test
  void takesTheInstalledOne() throws IOException {
    Path python = folder.resolve("home/peer/bin/python3");
    Files.createDirectories(python.getParent());
    Files.createFile(python);
    assertThat(python.toFile().setExecutable(true)).isTrue();
    assertThat(benchmarks().peer(null).python()).isEqualTo(python);
    assertThat(benchmarks().peer(null).script())
        .isEqualTo(folder.resolve("checkout/infra/peer/bench_peer.py"));
  }

  private ProcessBenchmarks benchmarks() {
    return new ProcessBenchmarks(folder.resolve("checkout"), folder.resolve("home"), line -> {});
  }
}
