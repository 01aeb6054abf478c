package dev.emovox.wav2vec2.config;

import com.fasterxml.jackson.databind.JsonNode;
import dev.emovox.domain.LabelSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/** The classes by {@code id2label}; without it as many of transformers' placeholders as needed. */
final class LabelReader {
  private static final int MOST_LABELS = 1 << 16;
  private static final int DEFAULT_COUNT = 2;

  private final JsonDocument json;

  LabelReader(JsonDocument json) {
    this.json = json;
  }

  LabelSet read() {
    JsonNode map = json.orNull("id2label");
    if (map == null) {
      int count = json.orNull("num_labels") == null ? DEFAULT_COUNT : declared();
      return new LabelSet(IntStream.range(0, count).mapToObj("LABEL_%d"::formatted).toList());
    }
    if (!map.isObject() || map.isEmpty() || map.size() > MOST_LABELS) {
      throw json.wrong("id2label", map, "an object with a label for each class");
    }
    if (json.orNull("num_labels") != null && declared() != map.size()) {
      throw json.refused(
          "num_labels", "it is %d, but id2label has %d".formatted(declared(), map.size()));
    }
    return new LabelSet(inOrder(map));
  }

  private int declared() {
    return json.count("num_labels", DEFAULT_COUNT, MOST_LABELS);
  }

  private List<String> inOrder(JsonNode map) {
    List<String> labels = new ArrayList<>();
    for (int id = 0; id < map.size(); id++) {
      labels.add(label(map, id));
    }
    if (new HashSet<>(labels).size() != labels.size()) {
      throw json.refused("id2label", "a label occurs twice, so that classes can't be told apart");
    }
    return labels;
  }

  private String label(JsonNode map, int id) {
    JsonNode label = map.get(Integer.toString(id));
    if (label == null) {
      throw json.refused(
          "id2label",
          "%d labels need the ids 0 to %d, but %d is missing"
              .formatted(map.size(), map.size() - 1, id));
    }
    if (!label.isTextual() || label.textValue().isBlank()) {
      throw json.refused(
          "id2label", "the label of %d is %s, which is no name".formatted(id, label));
    }
    return label.textValue();
  }
}
