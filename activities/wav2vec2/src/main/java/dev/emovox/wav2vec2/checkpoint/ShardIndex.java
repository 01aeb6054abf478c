package dev.emovox.wav2vec2.checkpoint;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.wav2vec2.checkpoint.file.Quoted;
import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The {@code weight_map} of a {@code *.index.json}: which shard holds which tensor.
 *
 * @param shards the names of the tensors in each shard, by the shard's file name
 */
record ShardIndex(SortedMap<String, SortedSet<String>> shards) {
  private static final int MOST_SHARDS = 1000;
  private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,200}");
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .build();

  /**
   * Reads an index.
   *
   * @param source the file's name, for messages
   * @throws InvalidInputException if it is none or names a file outside of the folder
   */
  static ShardIndex parse(String source, byte[] json) {
    JsonNode map = tree(source, json).path("weight_map");
    if (!map.isObject() || map.isEmpty()) {
      throw malformed(source, "it has no weight_map", null);
    }
    SortedMap<String, SortedSet<String>> shards = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : map.properties()) {
      String file = entry.getValue().isTextual() ? entry.getValue().textValue() : "";
      if (!FILE_NAME.matcher(file).matches()) {
        throw malformed(
            source,
            "weight_map.%s must be the name of a file in the same folder"
                .formatted(Quoted.of(entry.getKey())),
            null);
      }
      shards.computeIfAbsent(file, key -> new TreeSet<>()).add(entry.getKey());
    }
    if (shards.size() > MOST_SHARDS) {
      throw malformed(source, "it names more than %d shards".formatted(MOST_SHARDS), null);
    }
    return new ShardIndex(shards);
  }

  private static JsonNode tree(String source, byte[] json) {
    try {
      return MAPPER.readTree(json);
    } catch (IOException e) {
      throw malformed(source, "it is not JSON", e);
    }
  }

  private static InvalidInputException malformed(String source, String what, Throwable cause) {
    return new InvalidInputException(
        "%s is not a valid index of shards: %s. Fetch it again.".formatted(source, what), cause);
  }
}
