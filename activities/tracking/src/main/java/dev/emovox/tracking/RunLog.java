package dev.emovox.tracking;

import dev.emovox.domain.Digest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mlflow.api.proto.Service.Metric;
import org.mlflow.api.proto.Service.Param;
import org.mlflow.api.proto.Service.Run;
import org.mlflow.api.proto.Service.RunInfo;
import org.mlflow.api.proto.Service.RunTag;

/** Parameters, metrics and tags of runs, sent in batches that MLflow takes. */
final class RunLog {
  private static final int LONGEST_PARAM = 6000;
  private static final int LONGEST_TAG = 8000;
  private static final int SHORT_ENTRIES = 100;
  private static final int METRICS = 500;
  // MLflow takes a million bytes a request; this many of the longest values stay below it.
  private static final int LONG_ENTRIES = 30;

  private final TimedClient client;

  RunLog(TimedClient client) {
    this.client = client;
  }

  void params(String runId, Map<String, String> params) {
    List<Param> entries = new ArrayList<>();
    shortened(params, LONGEST_PARAM)
        .forEach(
            (key, value) -> entries.add(Param.newBuilder().setKey(key).setValue(value).build()));
    for (List<Param> batch : batches(entries, entriesInBatch(params))) {
      send(runId, List.of(), batch, List.of());
    }
  }

  void tags(String runId, Map<String, String> tags) {
    List<RunTag> entries = new ArrayList<>();
    shortened(tags, LONGEST_TAG)
        .forEach(
            (key, value) -> entries.add(RunTag.newBuilder().setKey(key).setValue(value).build()));
    for (List<RunTag> batch : batches(entries, entriesInBatch(tags))) {
      send(runId, List.of(), List.of(), batch);
    }
  }

  void metrics(String runId, List<RunMetric> metrics) {
    if (metrics.isEmpty()) {
      return;
    }
    Set<Metric> known = known(runId, metrics);
    List<Metric> entries = metrics.stream().map(RunLog::metric).distinct().toList();
    List<Metric> fresh = entries.stream().filter(metric -> !known.contains(metric)).toList();
    for (List<Metric> batch : batches(fresh, METRICS)) {
      send(runId, batch, List.of(), List.of());
    }
  }

  /** What is logged already of these metrics; on a first attempt that costs one request. */
  private Set<Metric> known(String runId, List<RunMetric> metrics) {
    Run run = client.ask(mlflow -> mlflow.getRun(runId));
    Set<String> logged =
        run.getData().getMetricsList().stream().map(Metric::getKey).collect(Collectors.toSet());
    return metrics.stream()
        .map(RunMetric::name)
        .distinct()
        .filter(logged::contains)
        .flatMap(name -> client.ask(mlflow -> mlflow.getMetricHistory(runId, name)).stream())
        .map(RunLog::bare)
        .collect(Collectors.toSet());
  }

  private static Metric metric(RunMetric metric) {
    return Metric.newBuilder()
        .setKey(metric.name())
        .setValue(metric.value())
        .setTimestamp(metric.time().toEpochMilli())
        .setStep(metric.step())
        .build();
  }

  /** Without whatever else a newer server says about a value. */
  private static Metric bare(Metric metric) {
    return Metric.newBuilder()
        .setKey(metric.getKey())
        .setValue(metric.getValue())
        .setTimestamp(metric.getTimestamp())
        .setStep(metric.getStep())
        .build();
  }

  private void send(String runId, List<Metric> metrics, List<Param> params, List<RunTag> tags) {
    client.ask(
        mlflow -> {
          mlflow.logBatch(runId, metrics, params, tags);
          return null;
        });
  }

  RunRecord read(String runId, Function<RunInfo, MlflowRun> asRun) {
    Run run = client.ask(mlflow -> mlflow.getRun(runId));
    Map<String, String> params = new TreeMap<>();
    run.getData().getParamsList().forEach(param -> params.put(param.getKey(), param.getValue()));
    Map<String, Double> metrics = new TreeMap<>();
    run.getData()
        .getMetricsList()
        .forEach(metric -> metrics.put(metric.getKey(), metric.getValue()));
    Map<String, String> tags = new TreeMap<>();
    run.getData().getTagsList().forEach(tag -> tags.put(tag.getKey(), tag.getValue()));
    RunInfo info = run.getInfo();
    return new RunRecord(
        asRun.apply(info), info.getStatus().name(), info.getArtifactUri(), params, metrics, tags);
  }

  private static Map<String, String> shortened(Map<String, String> entries, int longest) {
    Map<String, String> sorted = new TreeMap<>();
    entries.forEach((key, value) -> sorted.put(key, shortened(value, longest)));
    return sorted;
  }

  private static String shortened(String value, int longest) {
    if (value.length() <= longest) {
      return value;
    }
    String end = "… (%d characters, %s)".formatted(value.length(), Digest.of(value));
    return value.substring(0, longest - end.length()) + end;
  }

  private static int entriesInBatch(Map<String, String> entries) {
    boolean all = entries.values().stream().allMatch(value -> value.length() <= LONG_ENTRIES * 10);
    return all ? SHORT_ENTRIES : LONG_ENTRIES;
  }

  private static <T> List<List<T>> batches(List<T> entries, int size) {
    List<List<T>> batches = new ArrayList<>();
    for (int start = 0; start < entries.size(); start += size) {
      batches.add(entries.subList(start, Math.min(start + size, entries.size())));
    }
    return batches;
  }
}
