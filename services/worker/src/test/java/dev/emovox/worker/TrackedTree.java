package dev.emovox.worker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.emovox.contracts.TrackedRun;
import dev.emovox.settings.MlflowEndpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Runs in MLflow as its own interface tells of them, past our client. */
final class TrackedTree {
  private static final String PARENT = "mlflow.parentRunId";

  private final MlflowEndpoint endpoint;
  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient client = HttpClient.newHttpClient();

  TrackedTree(MlflowEndpoint endpoint) {
    this.endpoint = endpoint;
  }

  /**
   * A run.
   *
   * @param status as MLflow has it, for example {@code FINISHED}
   * @param points value by step of each metric, in the order in which MLflow gives them
   */
  record Node(String id, String name, String status, SortedMap<String, List<Point>> points) {}

  /** One value of a metric. */
  record Point(long step, double value) {}

  /** The runs inside a run, by name. */
  List<Node> inside(TrackedRun experiment, String parentRunId) {
    List<Node> nodes = new ArrayList<>();
    Map<String, Object> query =
        Map.of(
            "experiment_ids",
            List.of(experiment.experimentId()),
            "filter",
            "tags.`" + PARENT + "` = '" + parentRunId + "'",
            "order_by",
            List.of("attributes.run_name ASC"));
    for (JsonNode run : post("/api/2.0/mlflow/runs/search", query).path("runs")) {
      nodes.add(node(run));
    }
    return nodes;
  }

  private Node node(JsonNode run) {
    JsonNode info = run.path("info");
    SortedMap<String, List<Point>> points = new TreeMap<>();
    for (JsonNode metric : run.path("data").path("metrics")) {
      String key = metric.path("key").asText();
      points.put(key, history(info.path("run_id").asText(), key));
    }
    return new Node(
        info.path("run_id").asText(),
        info.path("run_name").asText(),
        info.path("status").asText(),
        points);
  }

  private List<Point> history(String run, String key) {
    List<Point> points = new ArrayList<>();
    String path =
        "/api/2.0/mlflow/metrics/get-history?max_results=25000&run_id=%s&metric_key=%s"
            .formatted(run, URLEncoder.encode(key, StandardCharsets.UTF_8));
    for (JsonNode metric : get(path).path("metrics")) {
      points.add(new Point(metric.path("step").asLong(), metric.path("value").asDouble()));
    }
    points.sort((a, b) -> Long.compare(a.step(), b.step()));
    return points;
  }

  private JsonNode post(String path, Map<String, Object> body) {
    try {
      return send(
          HttpRequest.newBuilder(URI.create(endpoint.url() + path))
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(body)))
              .build());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonNode get(String path) {
    return send(HttpRequest.newBuilder(URI.create(endpoint.url() + path)).build());
  }

  private JsonNode send(HttpRequest request) {
    try {
      return json.readTree(client.send(request, BodyHandlers.ofByteArray()).body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
