package dev.emovox.serving.properties;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Bodies of requests, as described or not. */
final class Bodies {
  private static final String BOUNDARY = "properties";

  private final Description description;
  private final Random random;
  private final byte[] sound;
  private final JsonValues values;

  Bodies(Description description, Random random, byte[] sound) {
    this.description = description;
    this.random = random;
    this.sound = sound;
    this.values = new JsonValues(description, random, sound);
  }

  /**
   * What a request holds.
   *
   * @param type its content type; empty for none
   * @param broken what about it is not as described
   */
  @SuppressWarnings("ArrayRecordComponent") // it is sent as it is
  record Body(String type, byte[] content, String broken) {}

  Body next(JsonNode requestBody) {
    if (requestBody.isMissingNode()) {
      return new Body("", new byte[0], "");
    }
    List<String> types = new ArrayList<>();
    requestBody.get("content").fieldNames().forEachRemaining(types::add);
    String type = types.get(random.nextInt(types.size()));
    JsonNode media = requestBody.get("content").get(type);
    return switch (random.nextInt(12)) {
      case 0 -> new Body(type(type), new byte[0], "no body");
      case 1 -> new Body("text/x-unheard-of", bytes(), "");
      default -> described(type, media);
    };
  }

  private Body described(String type, JsonNode media) {
    return switch (type) {
      case "application/json" -> json(media);
      case "multipart/form-data" -> form(media.get("schema"));
      default -> new Body(type(type), bytes(), "");
    };
  }

  private static String type(String described) {
    return switch (described) {
      case "audio/*" -> "audio/wav";
      case "multipart/form-data" -> described + "; boundary=" + BOUNDARY;
      default -> described;
    };
  }

  /** Sound, or bytes that may be none: no schema can tell. */
  private byte[] bytes() {
    byte[] noise = new byte[1 + random.nextInt(200)];
    random.nextBytes(noise);
    return switch (random.nextInt(4)) {
      case 0 -> noise;
      case 1 -> Arrays.copyOf(sound, 1 + random.nextInt(sound.length));
      default -> sound;
    };
  }

  /** The example of the description, or a document of its schema, and often a changed one. */
  private Body json(JsonNode media) {
    JsonNode schema = media.get("schema");
    JsonNode document =
        random.nextBoolean() && media.has("example") ? media.get("example") : values.good(schema);
    if (random.nextInt(3) == 0) {
      document = values.changed(document);
    }
    List<String> problems = description.problems(schema, document);
    byte[] text = document.toString().getBytes(StandardCharsets.UTF_8);
    return random.nextInt(10) == 0
        ? new Body("application/json", Arrays.copyOf(text, text.length / 2), "half a document")
        : new Body("application/json", text, String.join("; ", problems));
  }

  private Body form(JsonNode schema) {
    boolean named = schema.has("required");
    boolean right = random.nextInt(4) > 0;
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    for (int i = random.nextInt(3); i >= 0; i--) {
      part(form, right ? "file" : "other");
    }
    form.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
    return new Body(
        type("multipart/form-data"),
        form.toByteArray(),
        named && !right ? "the form has no file" : "");
  }

  private void part(ByteArrayOutputStream form, String name) {
    String head =
        "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"a.wav\"\r\n\r\n"
            .formatted(BOUNDARY, name);
    form.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
    form.writeBytes(bytes());
    form.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
  }
}
