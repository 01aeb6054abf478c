package dev.emovox.serving.properties;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

/**
 * A request that can be sent, and shown as a command.
 *
 * @param method of HTTP
 * @param path with the query
 * @param headers by name
 * @param body sent if it is not empty
 * @param broken what in it is not as described; empty if nothing is
 */
// An array on purpose: it is sent as it is.
@SuppressWarnings("ArrayRecordComponent")
record GeneratedRequest(
    String method, String path, Map<String, String> headers, byte[] body, String broken) {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  boolean isBroken() {
    return !broken.isEmpty();
  }

  HttpResponse<byte[]> send(HttpClient client, String base)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(PATIENCE)
            .method(
                method,
                body.length == 0
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  /** A line for a shell that sends the same. */
  String curl(String base) {
    StringBuilder line = new StringBuilder("curl -i -X " + method + " '" + base + path + "'");
    headers.forEach(
        (name, value) -> line.append(" -H '").append(name).append(": ").append(value).append('\''));
    if (body.length > 0 && isText()) {
      String text = new String(body, StandardCharsets.UTF_8).replace("'", "'\\''");
      line.append(" --data-binary '").append(text).append('\'');
    } else if (body.length > 0) {
      String encoded = Base64.getEncoder().encodeToString(body);
      line.insert(0, "echo " + encoded + " | base64 -d | ").append(" --data-binary @-");
    }
    return line.toString();
  }

  private boolean isText() {
    return headers.getOrDefault("Content-Type", "").equals("application/json");
  }
}
