package dev.emovox.cli.device;

import dev.emovox.local.provisioning.FileTree;
import dev.emovox.settings.SnakeCaseJson;
import dev.emovox.wav2vec2.engine.ComputeDevice;
import dev.emovox.wav2vec2.engine.LibtorchFindings;
import dev.emovox.wav2vec2.engine.LibtorchTrial;
import dev.emovox.wav2vec2.engine.library.DriverLibrary;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Tries libtorch in a process of its own, which may crash or hang.
 *
 * @param environment the variables that the process gets
 * @param limit how long it may take; the first time libtorch is unpacked
 */
public record LibtorchProcess(Map<String, String> environment, Duration limit) {
  /** With enough time for a slow disk. */
  public LibtorchProcess(Map<String, String> environment) {
    this(environment, Duration.ofMinutes(2));
  }

  /** What a process that is to compute on the device finds; never fails. */
  public LibtorchFindings run(ComputeDevice device) {
    try {
      Path folder = Files.createTempDirectory("emovox-libtorch");
      try {
        return run(device, folder);
      } finally {
        FileTree.delete(folder);
      }
    } catch (IOException e) {
      return nothing("libtorch could not be tried: " + e.getMessage());
    }
  }

  /** A process that crashes leaves its report in the folder, not where the user is. */
  private LibtorchFindings run(ComputeDevice device, Path folder) throws IOException {
    Path output = folder.resolve("output");
    ProcessBuilder builder = new ProcessBuilder(command(device)).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process =
        builder
            .redirectOutput(output.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    process.getOutputStream().close();
    try {
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        return nothing(
            "libtorch did not load within %d seconds, and was given up."
                .formatted(limit.toSeconds()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return nothing("It was interrupted.");
    } finally {
      process.destroyForcibly();
    }
    return findings(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
  }

  private static LibtorchFindings findings(int exit, String output) {
    Optional<String> document =
        output.lines().filter(line -> line.startsWith("{")).reduce((first, last) -> last);
    if (exit != 0 || document.isEmpty()) {
      return nothing(
          "libtorch ended its process (exit code %d). Remove what PYTORCH_LIBRARY_PATH and LD_LIBRARY_PATH name, or delete the folder that EMOVOX_LIBTORCH_DIR names."
              .formatted(exit));
    }
    byte[] json = document.get().getBytes(StandardCharsets.UTF_8);
    return new SnakeCaseJson().read(json, LibtorchFindings.class);
  }

  private static LibtorchFindings nothing(String problem) {
    return new LibtorchFindings(Optional.empty(), problem, DriverLibrary.ask());
  }

  private static List<String> command(ComputeDevice device) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-XX:-CreateCoredumpOnCrash",
        "-cp",
        absolute(System.getProperty("java.class.path")),
        LibtorchTrial.class.getName(),
        device.toString());
  }

  /** The process works in another folder. */
  private static String absolute(String classPath) {
    return String.join(
        File.pathSeparator,
        Pattern.compile(File.pathSeparator)
            .splitAsStream(classPath)
            .map(entry -> Path.of(entry).toAbsolutePath().toString())
            .toList());
  }
}
