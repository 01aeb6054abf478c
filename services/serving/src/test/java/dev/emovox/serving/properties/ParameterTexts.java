package dev.emovox.serving.properties;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Random;

/** Texts that are, or are not, what a parameter's schema asks for. */
final class ParameterTexts {
  private static final List<String> WORDS =
      List.of("1", "emovox", "a b", "ü/ö", "null", "%", "'\"<>", "\u0001", "🎵");
  private static final List<String> NO_NUMBERS =
      List.of("abc", "-1", "0", "NaN", "Infinity", "-Infinity", "1,5", "1e", "0x1", "true", "--1");

  private final Random random;

  ParameterTexts(Random random) {
    this.random = random;
  }

  /** A text that fits, at a bound or inside. */
  String good(JsonNode schema) {
    return switch (schema.get("type").asText()) {
      case "integer" -> one(List.of("1", "2", "3", "2147483647", "" + (1 + random.nextInt(9))));
      case "number" -> number(schema);
      case "boolean" -> one(List.of("true", "false"));
      default -> one(WORDS);
    };
  }

  private String number(JsonNode schema) {
    double least = schema.path("minimum").asDouble(1e-3);
    double most = schema.path("maximum").asDouble(20);
    double drawn = least + random.nextDouble() * (most - least);
    return one(List.of("" + least, "" + most, "" + drawn, "1", "2.5"));
  }

  /** A text that does not fit; empty if every text does. */
  String bad(JsonNode schema) {
    return switch (schema.get("type").asText()) {
      case "integer" -> random.nextInt(8) == 0 ? "1.5" : one(NO_NUMBERS);
      case "number" ->
          schema.has("maximum") && random.nextInt(8) == 0
              ? "" + (schema.get("maximum").asDouble() + 1)
              : one(NO_NUMBERS);
      case "boolean" -> one(List.of("maybe", "1", "yes", "null", "truefalse"));
      default -> "";
    };
  }

  private String one(List<String> all) {
    return all.get(random.nextInt(all.size()));
  }
}
