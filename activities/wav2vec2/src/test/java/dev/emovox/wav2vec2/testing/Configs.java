package dev.emovox.wav2vec2.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.emovox.wav2vec2.config.Wav2Vec2Config;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Configurations that differ from others in some keys. */
public final class Configs {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Configs() {}

  /** The same but for these keys. */
  public static Wav2Vec2Config with(Wav2Vec2Config config, Map<String, ?> keys) {
    try {
      ObjectNode json = (ObjectNode) MAPPER.readTree(config.original());
      json.setAll((ObjectNode) MAPPER.<JsonNode>valueToTree(keys));
      return Wav2Vec2Config.parse(json.toString().getBytes(StandardCharsets.UTF_8), "config");
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** The same with nothing random in training. */
  public static Wav2Vec2Config withoutRandomness(Wav2Vec2Config config) {
    return with(
        config,
        Map.of(
            "hidden_dropout", 0,
            "activation_dropout", 0,
            "attention_dropout", 0,
            "feat_proj_dropout", 0,
            "layerdrop", 0,
            "apply_spec_augment", false));
  }
}
