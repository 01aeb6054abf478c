package dev.emovox.settings;

import java.net.URI;
import java.util.Map;

/**
 * The servers that a process works with.
 *
 * @param temporal runs the workflows
 * @param s3 holds the artefacts
 * @param mlflow tracks runs and registers models
 * @param serving where the prediction service listens
 */
public record Endpoints(
    TemporalEndpoint temporal, S3Endpoint s3, MlflowEndpoint mlflow, URI serving) {

  /**
   * Reads the {@code EMOVOX_…} variables.
   *
   * @throws dev.emovox.domain.InvalidInputException naming every variable that is missing or wrong
   */
  public static Endpoints fromEnvironment(Map<String, String> environment) {
    return new EndpointReader(environment).read();
  }

  /** The variables from which {@link #fromEnvironment} reads these endpoints; secrets included. */
  public Map<String, String> toEnvironment() {
    return EndpointWriter.variables(this);
  }
}
