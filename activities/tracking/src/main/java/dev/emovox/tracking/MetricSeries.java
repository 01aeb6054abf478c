package dev.emovox.tracking;

import com.fasterxml.jackson.databind.JsonNode;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.ServerUnavailableException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Metrics of a run that have one value a step. A step that has a value, whoever gave it and
 * whenever, is not given another: the server is asked once for what each metric has already. Of two
 * writers at the same time each may miss the other's newest steps.
 *
 * <p>Methods throw {@link ServerUnavailableException} if the server is away and {@link
 * InvalidInputException} if it refuses; then the call can be repeated with the same values. For one
 * thread at a time.
 */
public final class MetricSeries {
  /** MLflow takes no more in one request. */
  private static final int LARGEST_BATCH = 1000;

  private static final int POINTS_A_PAGE = 10_000;

  private final MlflowRest rest;
  private final String runId;
  private final Map<String, Set<Long>> known = new HashMap<>();

  MetricSeries(MlflowRest rest, String runId) {
    this.rest = rest;
    this.runId = runId;
  }

  private record LogBatch(String runId, List<Point> metrics) {}

  private record Point(String key, double value, long timestamp, long step) {
    static Point of(RunMetric metric) {
      return new Point(metric.name(), metric.value(), metric.time().toEpochMilli(), metric.step());
    }
  }

  /** Adds the values of those steps that have none yet; of several for one step the first. */
  public void add(List<RunMetric> metrics) {
    List<RunMetric> fresh = missing(metrics);
    for (int start = 0; start < fresh.size(); start += LARGEST_BATCH) {
      List<RunMetric> batch = fresh.subList(start, Math.min(start + LARGEST_BATCH, fresh.size()));
      rest.post("runs/log-batch", new LogBatch(runId, batch.stream().map(Point::of).toList()));
      batch.forEach(metric -> steps(metric.name()).add(metric.step()));
    }
  }

  private List<RunMetric> missing(List<RunMetric> metrics) {
    Map<String, Set<Long>> seen = new HashMap<>();
    List<RunMetric> missing = new ArrayList<>();
    for (RunMetric metric : metrics) {
      boolean first =
          seen.computeIfAbsent(metric.name(), name -> new HashSet<>()).add(metric.step());
      if (first && !steps(metric.name()).contains(metric.step())) {
        missing.add(metric);
      }
    }
    return missing;
  }

  /** The steps that a metric has values for; asked of the server the first time. */
  private Set<Long> steps(String name) {
    Set<Long> steps = known.get(name);
    if (steps == null) {
      steps = ask(name);
      known.put(name, steps);
    }
    return steps;
  }

  private Set<Long> ask(String name) {
    Set<Long> steps = new HashSet<>();
    JsonNode points;
    String page = "";
    do {
      JsonNode answer = rest.get("metrics/get-history", query(name, page));
      points = answer.path("metrics");
      points.forEach(point -> steps.add(point.path("step").asLong()));
      page = answer.path("next_page_token").asText("");
    } while (!page.isEmpty() && !points.isEmpty());
    return steps;
  }

  private Map<String, String> query(String name, String page) {
    Map<String, String> query = new TreeMap<>();
    query.put("run_id", runId);
    query.put("metric_key", name);
    query.put("max_results", Integer.toString(POINTS_A_PAGE));
    if (!page.isEmpty()) {
      query.put("page_token", page);
    }
    return query;
  }
}
