package dev.emovox.local.provisioning;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What a short command printed.
 *
 * @param exitCode zero when it succeeded
 * @param text standard output and standard error together
 */
public record CommandOutput(int exitCode, String text) {
  /** Runs the command; empty when it can't be run or takes longer than the limit. */
  public static Optional<CommandOutput> of(Duration limit, List<String> command) {
    Path output = null;
    try {
      output = Files.createTempFile("emovox", ".out");
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectInput(Path.of("/dev/null").toFile())
              .redirectOutput(output.toFile())
              .start();
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        return Optional.empty();
      }
      String text = new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
      return Optional.of(new CommandOutput(process.exitValue(), text));
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } finally {
      delete(output);
    }
  }

  private static void delete(Path file) {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      file.toFile().deleteOnExit();
    }
  }
}
