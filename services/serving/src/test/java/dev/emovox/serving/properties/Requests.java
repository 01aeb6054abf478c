package dev.emovox.serving.properties;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.StringJoiner;
import java.util.TreeMap;

/** Requests for described operations. The same seed gives the same requests. */
final class Requests {
  private static final List<String> METHODS = List.of("GET", "POST", "PUT", "DELETE", "PATCH");

  private final Description description;
  private final Random random;
  private final ParameterTexts texts;
  private final Bodies bodies;

  Requests(Description description, long seed, byte[] sound) {
    this.description = description;
    this.random = new Random(seed);
    this.texts = new ParameterTexts(random);
    this.bodies = new Bodies(description, random, sound);
  }

  /** A request for the operation, with or without mistakes. */
  GeneratedRequest next(Operation operation) {
    Bodies.Body body = bodies.next(operation.node().path("requestBody"));
    Draft draft = new Draft(operation.path());
    if (!body.broken().isEmpty()) {
      draft.broken.add("body: " + body.broken());
    }
    if (!body.type().isEmpty()) {
      draft.headers.put("Content-Type", body.type());
    }
    description.parameters(operation).forEach(parameter -> add(parameter, draft));
    return new GeneratedRequest(
        operation.method(),
        draft.path + draft.query,
        draft.headers,
        body.content(),
        String.join("; ", draft.broken));
  }

  /** A request by a method that is not described for the path. */
  GeneratedRequest otherMethod(Operation operation, List<Operation> all) {
    List<String> described =
        all.stream()
            .filter(other -> other.path().equals(operation.path()))
            .map(Operation::method)
            .toList();
    List<String> others = METHODS.stream().filter(m -> !described.contains(m)).toList();
    String path = operation.path().replace("{name}", "emovox").replace("{version}", "1");
    String method = others.get(random.nextInt(others.size()));
    return new GeneratedRequest(method, path, Map.of(), new byte[0], "the method");
  }

  private void add(JsonNode parameter, Draft draft) {
    boolean required = parameter.path("required").asBoolean();
    if (!required && random.nextInt(3) > 0) {
      return;
    }
    String name = parameter.get("name").asText();
    String bad = random.nextInt(4) == 0 ? texts.bad(parameter.get("schema")) : "";
    if (!bad.isEmpty()) {
      draft.broken.add(name + "=" + bad);
    }
    draft.put(
        parameter.get("in").asText(),
        name,
        bad.isEmpty() ? good(name, parameter.get("schema")) : bad);
  }

  /** A name in a path is mostly that of the model, or nothing would ever be found. */
  private String good(String name, JsonNode schema) {
    return name.equals("name") && random.nextInt(3) > 0 ? "emovox" : texts.good(schema);
  }

  /** A request as far as it has come. */
  private static final class Draft {
    private final List<String> broken = new ArrayList<>();
    private final Map<String, String> headers = new TreeMap<>();
    private final StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
    private String path;

    Draft(String path) {
      this.path = path;
    }

    void put(String where, String name, String value) {
      String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
      switch (where) {
        case "path" -> path = path.replace("{" + name + "}", encoded);
        case "query" -> query.add(name + "=" + encoded);
        default -> headers.put(name, value);
      }
    }
  }
}
