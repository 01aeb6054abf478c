package dev.emovox.tracking;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A tag as MLflow's REST interface writes it. */
record MlflowTag(String key, String value) {

  static List<MlflowTag> of(Map<String, String> tags) {
    return new TreeMap<>(tags)
        .entrySet().stream().map(tag -> new MlflowTag(tag.getKey(), tag.getValue())).toList();
  }
}
