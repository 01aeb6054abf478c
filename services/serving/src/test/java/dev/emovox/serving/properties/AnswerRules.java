package dev.emovox.serving.properties;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What every answer must be. */
record AnswerRules(Description description) {
  /** The only failures of its own that a service may describe to its clients as usual. */
  private static final Set<Integer> EXPECTED_FAILURES = Set.of(503, 504);

  /** What is wrong with an answer. */
  Optional<String> problem(
      Operation operation, GeneratedRequest request, HttpResponse<byte[]> answer) {
    int status = answer.statusCode();
    JsonNode described = description.response(operation, status);
    if (status >= 500 && !EXPECTED_FAILURES.contains(status)) {
      return Optional.of("it failed with " + status);
    } else if (described.isMissingNode()) {
      return Optional.of("the status " + status + " is not described");
    } else if (request.isBroken() && status < 400) {
      return Optional.of("answered " + status + " although not as described: " + request.broken());
    }
    return contentProblem(described, answer);
  }

  private Optional<String> contentProblem(JsonNode described, HttpResponse<byte[]> answer) {
    String type = answer.headers().firstValue("Content-Type").orElse("").split(";", 2)[0].strip();
    String at = "with " + answer.statusCode() + " ";
    JsonNode content = described.path("content");
    if (content.isMissingNode()) {
      return Optional.empty();
    } else if (!content.has(type)) {
      return Optional.of(at + "the content type '" + type + "' is not described");
    } else if (!type.endsWith("json")) {
      return Optional.empty();
    }
    try {
      JsonNode body = Description.JSON.readTree(answer.body());
      List<String> problems = description.problems(content.get(type).get("schema"), body);
      return problems.isEmpty()
          ? Optional.empty()
          : Optional.of(at + "the body is not as described: " + problems);
    } catch (IOException e) {
      return Optional.of(at + "the body is no JSON: " + e.getMessage());
    }
  }
}
