package dev.emovox.serving.properties;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;

/** Documents that a schema describes, and some that differ from them in one place. */
final class JsonValues {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final List<String> TEXTS = List.of("", "a", "happy", "ü🎵", "null", "\u0000");

  private final Description description;
  private final Random random;
  private final byte[] sound;

  JsonValues(Description description, Random random, byte[] sound) {
    this.description = description;
    this.random = random;
    this.sound = sound;
  }

  /** A document of this schema. */
  JsonNode good(JsonNode referring) {
    JsonNode schema = description.resolved(referring);
    if (schema.has("enum")) {
      return schema.get("enum").get(random.nextInt(schema.get("enum").size()));
    }
    return switch (schema.path("type").asText()) {
      case "object" -> object(schema);
      case "array" -> array(schema);
      case "integer" -> NODES.numberNode(schema.path("minimum").asInt() + random.nextInt(5));
      case "number" -> NODES.numberNode(random.nextDouble());
      case "boolean" -> NODES.booleanNode(random.nextBoolean());
      case "string" -> NODES.textNode(text(schema));
      default -> any();
    };
  }

  private ObjectNode object(JsonNode schema) {
    ObjectNode object = NODES.objectNode();
    List<String> required = new ArrayList<>();
    schema.path("required").forEach(name -> required.add(name.asText()));
    schema
        .path("properties")
        .properties()
        .forEach(
            property -> {
              if (required.contains(property.getKey()) || random.nextBoolean()) {
                object.set(property.getKey(), good(property.getValue()));
              }
            });
    return object;
  }

  private ArrayNode array(JsonNode schema) {
    ArrayNode array = NODES.arrayNode();
    int least = schema.path("minItems").asInt();
    int most = Math.min(schema.path("maxItems").asInt(3), 3);
    for (int i = least + random.nextInt(most - least + 1); i > 0; i--) {
      array.add(good(schema.get("items")));
    }
    return array;
  }

  private String text(JsonNode schema) {
    return schema.path("contentEncoding").asText().equals("base64")
        ? Base64.getEncoder().encodeToString(sound)
        : TEXTS.get(random.nextInt(TEXTS.size()));
  }

  private JsonNode any() {
    return switch (random.nextInt(8)) {
      case 0 -> NODES.nullNode();
      case 1 -> NODES.textNode(TEXTS.get(random.nextInt(TEXTS.size())));
      case 2 -> NODES.booleanNode(true);
      case 3 -> NODES.arrayNode().add(0.5);
      case 4 -> NODES.objectNode();
      default -> NODES.numberNode(random.nextDouble() - 0.5);
    };
  }

  /** The document with something left out, added or replaced somewhere in it. */
  JsonNode changed(JsonNode document) {
    if (!document.isContainerNode() || document.isEmpty() || random.nextInt(6) == 0) {
      return any();
    }
    return document.isArray() ? changedArray(document) : changedObject(document);
  }

  private JsonNode changedArray(JsonNode document) {
    ArrayNode array = document.deepCopy();
    int place = random.nextInt(array.size());
    switch (random.nextInt(4)) {
      case 0 -> array.removeAll();
      case 1 -> array.insert(place, any());
      default -> array.set(place, changed(array.get(place)));
    }
    return array;
  }

  private JsonNode changedObject(JsonNode document) {
    ObjectNode object = document.deepCopy();
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    String name = names.get(random.nextInt(names.size()));
    switch (random.nextInt(4)) {
      case 0 -> object.remove(name);
      case 1 -> object.set("unheard_of", any());
      default -> object.set(name, changed(object.get(name)));
    }
    return object;
  }
}
