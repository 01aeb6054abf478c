package dev.emovox.serving.properties;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;

/** The interface as the service describes it. For one thread. */
final class Description {
  static final ObjectMapper JSON = new ObjectMapper();

  private final JsonNode document;
  private final Map<JsonNode, JsonSchema> schemas = new HashMap<>();

  private Description(JsonNode document) {
    this.document = document;
  }

  static Description of(byte[] document) throws IOException {
    return new Description(JSON.readTree(document));
  }

  List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    document
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        verb ->
                            operations.add(
                                new Operation(
                                    verb.getKey().toUpperCase(Locale.ROOT),
                                    path.getKey(),
                                    verb.getValue()))));
    return operations;
  }

  /** The parameters of an operation, without references. */
  List<JsonNode> parameters(Operation operation) {
    return StreamSupport.stream(operation.node().path("parameters").spliterator(), false)
        .map(this::resolved)
        .toList();
  }

  /** What an operation may answer with this status; missing if nothing is described. */
  JsonNode response(Operation operation, int status) {
    JsonNode responses = operation.node().get("responses");
    JsonNode own = responses.path("" + status);
    return resolved(own.isMissingNode() ? responses.path("default") : own);
  }

  /** The node itself, or what it refers to. */
  JsonNode resolved(JsonNode node) {
    String reference = node.path("$ref").asText();
    return reference.isEmpty() ? node : resolved(document.at(reference.substring(1)));
  }

  /** What is wrong with a value by a schema; empty if nothing is. */
  List<String> problems(JsonNode schema, JsonNode value) {
    return schemas.computeIfAbsent(schema, this::compiled).validate(value).stream()
        .map(Object::toString)
        .toList();
  }

  /** References are looked up beside the schema, as they are in the document. */
  private JsonSchema compiled(JsonNode schema) {
    ObjectNode root = JSON.createObjectNode();
    root.set("components", document.get("components"));
    root.putArray("allOf").add(schema);
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(root);
  }
}
