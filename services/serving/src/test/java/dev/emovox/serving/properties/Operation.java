package dev.emovox.serving.properties;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One thing that the service does, as it is described.
 *
 * @param method of HTTP, in capitals
 * @param path with its parameters in braces
 * @param node the description
 */
record Operation(String method, String path, JsonNode node) {

  String id() {
    return node.get("operationId").asText();
  }
}
