package dev.emovox.adapters.curves;

import com.fasterxml.jackson.databind.JsonNode;
import dev.emovox.adapters.SplitParams;
import dev.emovox.contracts.FineTuningRequest;
import dev.emovox.domain.Digest;
import dev.emovox.domain.FineTuningSettings;
import dev.emovox.domain.StartingPoint;
import dev.emovox.domain.TrainingStage;
import dev.emovox.settings.SnakeCaseJson;
import java.util.LinkedHashMap;
import java.util.Map;

/** Settings as parameters: each by its place in the experiment's file, with dots between keys. */
final class SettingsParams {
  private static final SnakeCaseJson JSON = new SnakeCaseJson();

  private SettingsParams() {}

  /** Everything that was asked for, those of a stage after the stage's name. */
  static Map<String, String> ofNetwork(FineTuningRequest request) {
    FineTuningSettings settings = request.settings();
    Map<String, String> params = new LinkedHashMap<>();
    params.put("model", settings.name());
    params.put("kind", "wav2vec2");
    params.putAll(SplitParams.of(request.plan(), request.splitName()));
    params.put("seed", Long.toString(request.seed()));
    addStart(params, settings.start());
    settings
        .validationShare()
        .ifPresent(share -> params.put("validation_share", Double.toString(share)));
    params.put("longest_seconds", Double.toString(settings.longestSeconds()));
    for (TrainingStage stage : settings.stages()) {
      ofStage(stage).forEach((key, value) -> params.put(stage.name() + "." + key, value));
    }
    return params;
  }

  private static void addStart(Map<String, String> params, StartingPoint start) {
    if (start instanceof StartingPoint.Pretrained pretrained) {
      params.put("start.kind", "pretrained");
      params.put("start.source", pretrained.source());
    } else {
      // The text itself is an artefact: it is longer than a parameter may be.
      String architecture = ((StartingPoint.Scratch) start).architecture();
      params.put("start.kind", "scratch");
      params.put("start.architecture", Digest.of(architecture).toString());
    }
  }

  /** Everything that was asked for of a stage. */
  static Map<String, String> ofStage(TrainingStage stage) {
    Map<String, String> params = new LinkedHashMap<>();
    add(params, "", JSON.read(JSON.write(stage), JsonNode.class));
    return params;
  }

  private static void add(Map<String, String> params, String key, JsonNode value) {
    if (value.isObject()) {
      String prefix = key.isEmpty() ? "" : key + ".";
      value.properties().forEach(field -> add(params, prefix + field.getKey(), field.getValue()));
    } else if (!value.isNull()) {
      params.put(key, value.asText());
    }
  }
}
