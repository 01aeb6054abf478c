package dev.emovox.wav2vec2.config;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Puts a configuration's original document right for a classifier that was trained here. */
final class ConfigWriter {
  private static final List<String> NUMBER_TYPES = List.of("dtype", "torch_dtype");

  private ConfigWriter() {}

  static byte[] write(Wav2Vec2Config config) {
    byte[] original = config.original().getBytes(StandardCharsets.UTF_8);
    ObjectNode root = JsonDocument.parse(original, "config.json").root();
    root.putArray("architectures").add(config.modelType().architecture());
    NUMBER_TYPES.stream().filter(root::has).forEach(key -> root.put(key, "float32"));
    root.remove(List.of("num_labels", "_num_labels", "id2label", "label2id"));
    ObjectNode id2label = root.putObject("id2label");
    ObjectNode label2id = root.putObject("label2id");
    for (int id = 0; id < config.labels().size(); id++) {
      id2label.put(Integer.toString(id), config.labels().name(id));
      label2id.put(config.labels().name(id), id);
    }
    return JsonDocument.write(root);
  }
}
