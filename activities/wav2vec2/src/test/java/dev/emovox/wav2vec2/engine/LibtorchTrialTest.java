package dev.emovox.wav2vec2.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emovox.settings.SnakeCaseJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Tries in processes of their own, because a wrong library would end the process. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class LibtorchTrialTest {
  @TempDir Path folder;

  @Test
  void findsTheLibraryThatComesAlong() throws Exception {
    LibtorchFindings findings = tried("cpu", Map.of());
    assertThat(findings.problem()).isEmpty();
    assertThat(findings.library().orElseThrow().version()).isEqualTo("2.7.1");
  }

  @Test
  void refusesAnotherVersionInsteadOfCrashing() throws Exception {
    Path library = Files.createDirectories(folder.resolve("torch/lib"));
    Files.writeString(library.resolve(System.mapLibraryName("torch")), "not a library");
    Files.writeString(folder.resolve("torch/version.py"), "__version__ = '2.13.0+cu130'\n");

    LibtorchFindings findings = tried("cpu", Map.of("PYTORCH_LIBRARY_PATH", library.toString()));

    assertThat(findings.library()).isEmpty();
    assertThat(findings.problem()).contains("2.13.0", "2.7.1", library.toString());
  }

  @Test
  void saysThatALibraryOfTheRightVersionIsBroken() throws Exception {
    Path library = Files.createDirectories(folder.resolve("torch/lib"));
    Files.writeString(library.resolve(System.mapLibraryName("torch")), "not a library");
    Files.writeString(folder.resolve("torch/version.py"), "__version__ = '2.7.1+cpu'\n");

    LibtorchFindings findings = tried("cpu", Map.of("PYTORCH_LIBRARY_PATH", library.toString()));

    assertThat(findings.problem()).contains("does not load", library.toString());
  }

  @Test
  void unpacksOnceForProcessesThatStartTogether() throws Exception {
    Map<String, String> fresh = Map.of("EMOVOX_LIBTORCH_DIR", folder.toString());
    Process first = start("cpu", fresh);
    Process second = start("cpu", fresh);
    String told = standardError(first) + standardError(second);
    assertThat(findings(first).problem()).isEmpty();
    assertThat(findings(second).problem()).isEmpty();
    assertThat(told.split("Unpacking libtorch", -1)).hasSize(2);
  }

  private static LibtorchFindings tried(String device, Map<String, String> variables)
      throws Exception {
    return findings(start(device, variables));
  }

  private static Process start(String device, Map<String, String> variables) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            LibtorchTrial.class.getName(),
            device);
    builder.environment().putAll(variables);
    return builder.start();
  }

  private static LibtorchFindings findings(Process process) throws Exception {
    byte[] output = process.getInputStream().readAllBytes();
    assertThat(process.waitFor()).isZero();
    return new SnakeCaseJson().read(output, LibtorchFindings.class);
  }

  private static String standardError(Process process) throws IOException {
    return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
