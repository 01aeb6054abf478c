package dev.emovox.serving.drift;

import dev.emovox.settings.Endpoints;
import dev.emovox.settings.TemporalEndpoint;
import java.util.Map;
import java.util.Optional;

/** Whether Temporal is told of alarms, and where it is. */
public final class DriftSignal {
  private static final String SIGNAL = "EMOVOX_SERVING_DRIFT_SIGNAL";
  private static final String RETRAIN = "EMOVOX_SERVING_DRIFT_RETRAIN";

  private DriftSignal() {}

  /**
   * The Temporal that is told; empty if nobody asked for that.
   *
   * @throws dev.emovox.domain.InvalidInputException if it is to be told and the environment does
   *     not say where it is
   */
  public static Optional<TemporalEndpoint> of(Map<String, String> environment) {
    boolean wanted =
        environment.getOrDefault(SIGNAL, "").strip().equalsIgnoreCase("true")
            || !environment.getOrDefault(RETRAIN, "").isBlank();
    return wanted
        ? Optional.of(Endpoints.fromEnvironment(environment).temporal())
        : Optional.empty();
  }
}
