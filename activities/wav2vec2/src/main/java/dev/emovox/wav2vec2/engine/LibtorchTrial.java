package dev.emovox.wav2vec2.engine;

import dev.emovox.domain.EmovoxException;
import dev.emovox.settings.SnakeCaseJson;
import dev.emovox.wav2vec2.engine.library.DriverLibrary;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A program that loads libtorch and says what it found, as one line of JSON on standard output. A
 * library that ends its process takes this one down and not the one that asked.
 */
public final class LibtorchTrial {
  private LibtorchTrial() {}

  /** Tries the device that the only argument names. */
  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    LibtorchFindings findings = of(ComputeDevice.parse(arguments[0]));
    out.println(new String(new SnakeCaseJson().write(findings), StandardCharsets.UTF_8));
  }

  /** Loads libtorch into this process. */
  static LibtorchFindings of(ComputeDevice device) {
    try {
      Libtorch libtorch =
          Libtorch.start(LibtorchSettings.of(device).withProgress(System.err::println));
      return new LibtorchFindings(Optional.of(libtorch.report()), "", DriverLibrary.ask());
    } catch (EmovoxException e) {
      return new LibtorchFindings(Optional.empty(), e.getMessage(), DriverLibrary.ask());
    }
  }
}
