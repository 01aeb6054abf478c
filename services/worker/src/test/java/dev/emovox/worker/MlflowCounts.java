package dev.emovox.worker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.emovox.contracts.RegisteredVersion;
import dev.emovox.contracts.TrackedRun;
import dev.emovox.settings.MlflowEndpoint;
import dev.emovox.tracking.ModelRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Optional;

/** Counts what is in MLflow, by its REST interface and past our own client. */
final class MlflowCounts {
  private final MlflowEndpoint endpoint;
  private final ObjectMapper json = new ObjectMapper();

  MlflowCounts(MlflowEndpoint endpoint) {
    this.endpoint = endpoint;
  }

  /** Runs, nested ones included, of one run of an experiment. */
  int runsOf(TrackedRun tracked, String runId) {
    Map<String, Object> query =
        Map.of(
            "experiment_ids",
            new String[] {tracked.experimentId()},
            "filter",
            "tags.`emovox.run` = '" + runId + "'");
    return post("/api/2.0/mlflow/runs/search", query).path("runs").size();
  }

  /** Versions of a registered model that hold the same package. */
  long versionsOf(RegisteredVersion registered) {
    return new ModelRegistry(endpoint)
        .versions(registered.name()).stream()
            .filter(version -> version.digest().equals(Optional.of(registered.digest())))
            .count();
  }

  private JsonNode post(String path, Map<String, Object> body) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(endpoint.url() + path))
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(body)))
              .build();
      return json.readTree(
          HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray()).body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
