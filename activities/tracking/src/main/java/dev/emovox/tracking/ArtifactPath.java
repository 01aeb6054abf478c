package dev.emovox.tracking;

import dev.emovox.domain.InvalidInputException;
import java.net.URI;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Where the server keeps an artefact of a run.
 *
 * @param folder the run's folder, for example {@code 1/RUN/artifacts}
 * @param name path below it, segments divided by slashes
 */
record ArtifactPath(String folder, String name) {
  private static final String SCHEME = "mlflow-artifacts";

  ArtifactPath {
    for (String segment : name.split("/", -1)) {
      if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
        throw new IllegalArgumentException("not a relative path of an artefact: " + name);
      }
    }
  }

  /**
   * A path below the folder that MLflow gave a run.
   *
   * @throws InvalidInputException if the server does not store artefacts for its clients
   */
  static ArtifactPath below(String artifactUri, String name) {
    if (!artifactUri.startsWith(SCHEME + ":/")) {
      throw new InvalidInputException(
          ("The run's artefacts are at %s, which only the MLflow server's machine can write. Start the server with"
                  + " --artifacts-destination, so that it stores what its clients send.")
              .formatted(artifactUri));
    }
    return new ArtifactPath(URI.create(artifactUri).getPath().replaceFirst("^/+", ""), name);
  }

  /** The whole path with every segment percent-encoded. */
  String encoded() {
    return Arrays.stream((folder + "/" + name).split("/"))
        .map(MlflowRest::encoded)
        .collect(Collectors.joining("/"));
  }
}
