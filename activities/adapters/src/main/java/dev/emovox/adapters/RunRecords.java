package dev.emovox.adapters;

import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.contracts.IngestionOutcome;
import dev.emovox.contracts.RunStatus;
import dev.emovox.domain.Digest;
import dev.emovox.domain.FeatureSettings;
import dev.emovox.settings.SnakeCaseJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What MLflow is told about a run as a whole. */
final class RunRecords {
  private static final int LONGEST_TAG = 4000;
  private static final double MILLIS_PER_SECOND = 1000;

  private RunRecords() {}

  /** What is known when a run opens. */
  static Map<String, String> tags(ExperimentPlan plan) {
    return Map.of(
        "emovox.run",
        plan.runId(),
        "emovox.experiment",
        plan.experiment(),
        "emovox.configuration",
        Digest.of(plan.configuration()).toString());
  }

  static Map<String, String> params(ExperimentPlan plan) {
    Map<String, String> params = new LinkedHashMap<>();
    params.put("seed", Long.toString(plan.seed()));
    params.put("directories", limited(String.join("\n", plan.directories())));
    params.put("corpora", names(plan.corpora().stream().map(corpus -> corpus.name()).toList()));
    params.put("splits", names(plan.splits().stream().map(split -> split.name()).toList()));
    params.put("models", names(plan.models().stream().map(model -> model.name()).toList()));
    if (!plan.networks().isEmpty()) {
      params.put("networks", names(plan.networks().stream().map(net -> net.name()).toList()));
    }
    params.putAll(features(plan.features()));
    return params;
  }

  private static Map<String, String> features(List<FeatureSettings> sets) {
    Map<String, String> params = new LinkedHashMap<>();
    if (!sets.isEmpty()) {
      params.put("features", names(sets.stream().map(FeatureSettings::set).toList()));
    }
    for (FeatureSettings set : sets) {
      String key = sets.size() == 1 ? "preprocessing" : "preprocessing " + set.set();
      params.put(key, Digest.of(new SnakeCaseJson().write(set)).toString());
    }
    return params;
  }

  static byte[] configuration(ExperimentPlan plan) {
    return plan.configuration().getBytes(StandardCharsets.UTF_8);
  }

  /** How the run ended, in a few lines. */
  static Map<String, String> closingTags(RunStatus status) {
    Map<String, String> tags = new LinkedHashMap<>();
    tags.put("emovox.state", status.state().name().toLowerCase(Locale.ROOT));
    tags.put("emovox.seconds", String.format(Locale.ROOT, "%.1f", status.seconds()));
    if (status.error() != null) {
      tags.put("emovox.error", limited(status.error()));
    }
    if (status.ingestion() != null) {
      addIngestion(tags, status.ingestion());
    }
    if (status.registered() != null) {
      tags.put("emovox.registered_version", status.registered().version());
      tags.put("emovox.registered_digest", status.registered().digest().toString());
    }
    return tags;
  }

  private static void addIngestion(Map<String, String> tags, IngestionOutcome ingestion) {
    tags.put("emovox.manifest", ingestion.stage().output("manifest").digest().toString());
    tags.put("emovox.clips", Integer.toString(ingestion.clips()));
    tags.put("emovox.rejects", Integer.toString(ingestion.rejects()));
  }

  static Instant ended(RunStatus status) {
    return Instant.ofEpochMilli(
        status.startedAtMillis() + Math.round(status.seconds() * MILLIS_PER_SECOND));
  }

  private static String names(List<String> names) {
    return limited(String.join(", ", names));
  }

  private static String limited(String text) {
    return text.length() <= LONGEST_TAG ? text : text.substring(0, LONGEST_TAG) + "…";
  }
}
