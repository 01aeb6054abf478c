package dev.emovox.serving;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.serving.drift.DriftSignal;
import dev.emovox.serving.registry.RegistryEndpoints;
import dev.emovox.serving.security.exposure.Exposure;
import dev.emovox.serving.security.exposure.PlainHttp;
import dev.emovox.serving.security.token.TokenSettings;
import dev.emovox.wav2vec2.engine.ComputeDevice;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/**
 * The serving process. An environment that does not say where the servers are, or names no device,
 * ends it at once with exit code 2 and one paragraph; servers that are away do not.
 */
@QuarkusMain
public final class ServingMain {
  private ServingMain() {}

  /** Starts the service and runs until it is told to stop. */
  public static void main(String... arguments) {
    try {
      RegistryEndpoints.fromEnvironment(System.getenv());
      ComputeDevice.of(System.getenv());
      DriftSignal.of(System.getenv());
      Exposure.of(System.getenv()).check();
      TokenSettings.check(System.getenv());
    } catch (InvalidInputException e) {
      System.err.println(e.getMessage());
      System.exit(e.exitCode());
    }
    if (PlainHttp.isOff(System.getenv())) {
      System.setProperty(PlainHttp.SETTING, PlainHttp.OFF);
    }
    Quarkus.run(arguments);
  }
}
