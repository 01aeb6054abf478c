package dev.emovox.serving.registry;

import dev.emovox.settings.Endpoints;
import dev.emovox.settings.MlflowEndpoint;
import dev.emovox.settings.S3Endpoint;
import java.util.Map;
import java.util.TreeMap;

/**
 * The servers that serving needs.
 *
 * @param s3 holds the model packages
 * @param mlflow holds the registry
 */
public record RegistryEndpoints(S3Endpoint s3, MlflowEndpoint mlflow) {
  private static final String TEMPORAL_PREFIX = "EMOVOX_TEMPORAL_";
  private static final String TEMPORAL_ADDRESS = TEMPORAL_PREFIX + "ADDRESS";
  private static final String NO_TEMPORAL = "unused.invalid:7233";

  /**
   * Reads the {@code EMOVOX_…} variables. Models don't come from Temporal, so where that is does
   * not matter here: a service may run where the workflows can't be reached.
   *
   * @throws dev.emovox.domain.InvalidInputException naming every variable that is missing or wrong
   */
  public static RegistryEndpoints fromEnvironment(Map<String, String> environment) {
    Map<String, String> relevant = new TreeMap<>(environment);
    relevant.keySet().removeIf(name -> name.startsWith(TEMPORAL_PREFIX));
    relevant.put(TEMPORAL_ADDRESS, NO_TEMPORAL);
    Endpoints endpoints = Endpoints.fromEnvironment(relevant);
    return new RegistryEndpoints(endpoints.s3(), endpoints.mlflow());
  }
}
