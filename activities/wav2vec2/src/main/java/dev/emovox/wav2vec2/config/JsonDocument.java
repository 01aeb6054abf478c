package dev.emovox.wav2vec2.config;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.emovox.domain.InvalidInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One JSON object that someone else wrote, read key by key. A value of the wrong kind or out of
 * range is an error that names the document and the key; a missing key gives the default.
 */
final class JsonDocument {
  /** Far more than any real configuration has. */
  private static final int LARGEST_BYTES = 4 << 20;

  private static final int DEEPEST = 32;
  private static final int LONGEST_LIST = 1024;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .build();

  private final ObjectNode root;
  private final String source;

  private JsonDocument(ObjectNode root, String source) {
    this.root = root;
    this.source = source;
  }

  static JsonDocument parse(byte[] json, String source) {
    if (json.length > LARGEST_BYTES) {
      throw new InvalidInputException(
          "%s has %d bytes; a configuration has at most %d."
              .formatted(source, json.length, LARGEST_BYTES));
    }
    try {
      if (MAPPER.readTree(json) instanceof ObjectNode object) {
        return new JsonDocument(object, source);
      }
    } catch (JsonProcessingException e) {
      throw new InvalidInputException(
          "%s is not JSON: %s.".formatted(source, e.getOriginalMessage().split("\\R", 2)[0]), e);
    } catch (IOException e) {
      throw new InvalidInputException("%s can't be read as JSON.".formatted(source), e);
    }
    throw new InvalidInputException("%s holds no JSON object.".formatted(source));
  }

  ObjectNode root() {
    return root;
  }

  List<String> keys() {
    List<String> keys = new ArrayList<>();
    root.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  /** The value under a key, or null where there is none or it is JSON's null. */
  JsonNode orNull(String key) {
    JsonNode value = root.get(key);
    return value == null || value.isNull() ? null : value;
  }

  /** A whole number within 1 … most. */
  int count(String key, int fallback, int most) {
    return integer(key, fallback, 1, most);
  }

  int integer(String key, int fallback, int least, int most) {
    return root.has(key) ? integer(key, root.get(key), least, most) : fallback;
  }

  private int integer(String key, JsonNode value, int least, int most) {
    if (!value.isIntegralNumber()) {
      throw wrong(key, value, "a whole number");
    }
    if (!value.canConvertToInt() || value.intValue() < least || value.intValue() > most) {
      throw wrong(key, value, "within %d and %d".formatted(least, most));
    }
    return value.intValue();
  }

  /** A list of whole numbers, each within 1 … most. */
  List<Integer> counts(String key, List<Integer> fallback, int most) {
    if (!root.has(key)) {
      return fallback;
    }
    JsonNode list = root.get(key);
    if (!list.isArray() || list.isEmpty() || list.size() > LONGEST_LIST) {
      throw wrong(key, list, "a list of one to %d whole numbers".formatted(LONGEST_LIST));
    }
    List<Integer> counts = new ArrayList<>();
    list.forEach(value -> counts.add(integer(key, value, 1, most)));
    return counts;
  }

  /** A finite number within least … most. */
  double number(String key, double fallback, double least, double most) {
    if (!root.has(key)) {
      return fallback;
    }
    JsonNode value = root.get(key);
    if (!value.isNumber() || !(value.doubleValue() >= least && value.doubleValue() <= most)) {
      throw wrong(key, value, "a number within %s and %s".formatted(least, most));
    }
    return value.doubleValue();
  }

  double probability(String key, double fallback) {
    return number(key, fallback, 0, 1);
  }

  boolean flag(String key, boolean fallback) {
    if (!root.has(key)) {
      return fallback;
    }
    if (!root.get(key).isBoolean()) {
      throw wrong(key, root.get(key), "true or false");
    }
    return root.get(key).booleanValue();
  }

  String text(String key, String fallback) {
    if (!root.has(key)) {
      return fallback;
    }
    if (!root.get(key).isTextual()) {
      throw wrong(key, root.get(key), "text");
    }
    return root.get(key).textValue();
  }

  InvalidInputException wrong(String key, JsonNode value, String wanted) {
    return refused(key, "it is %s, which is not %s".formatted(brief(value), wanted));
  }

  InvalidInputException refused(String key, String reason) {
    return new InvalidInputException("%s: key '%s': %s.".formatted(source, key, reason));
  }

  private static String brief(JsonNode value) {
    String text = value.toString();
    return text.length() <= 60 ? text : text.substring(0, 57) + "...";
  }

  /** The document indented, with a line feed at its end. */
  static byte[] write(ObjectNode object) {
    try {
      return (MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(object) + "\n")
          .getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a parsed document can be written", e);
    }
  }
}
