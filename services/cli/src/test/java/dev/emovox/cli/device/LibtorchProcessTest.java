package dev.emovox.cli.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emovox.wav2vec2.engine.ComputeDevice;
import dev.emovox.wav2vec2.engine.LibtorchFindings;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LibtorchProcessTest {
  @Test
  void findsTheLibraryOfThisProgram() {
    LibtorchFindings findings = new LibtorchProcess(System.getenv()).run(ComputeDevice.CPU);
    assertThat(findings.problem()).isEmpty();
    assertThat(findings.library().orElseThrow().version()).isEqualTo("2.7.1");
  }

  @Test
  void outlivesAProcessThatFailsOrHangs() {
    Map<String, String> broken = new HashMap<>(System.getenv());
    broken.put("JAVA_TOOL_OPTIONS", "-XX:NoSuchOption");
    assertThat(new LibtorchProcess(broken).run(ComputeDevice.CPU).problem())
        .contains("ended its process");
    assertThat(
            new LibtorchProcess(System.getenv(), Duration.ofMillis(1))
                .run(ComputeDevice.CPU)
                .problem())
        .contains("did not load");
  }
}
