package dev.emovox.tracking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.emovox.settings.MlflowCredentials;
import dev.emovox.settings.MlflowEndpoint;
import dev.emovox.settings.SnakeCaseJson;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;

/**
 * Requests to MLflow's REST interface, for what its Java client lacks: data sets, artefacts through
 * the server, and the registry's writes. Safe for use by several threads.
 */
final class MlflowRest {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(60);
  private static final int LARGEST_ANSWER = 64 << 20;
  private static final String API = "/api/2.0/mlflow/";
  private static final String ARTIFACTS = "/api/2.0/mlflow-artifacts/artifacts/";

  private final URI base;
  private final MlflowCredentials credentials;
  private final MlflowFailures failures;
  private final SnakeCaseJson json = new SnakeCaseJson();
  private final ObjectMapper mapper = new ObjectMapper();
  // HTTP/1.1 because MLflow's server logs a warning for each offer of HTTP/2.
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build();

  MlflowRest(MlflowEndpoint endpoint) {
    this.base = endpoint.url();
    this.credentials = endpoint.credentials();
    this.failures = new MlflowFailures(base);
  }

  JsonNode get(String path, Map<String, String> query) {
    StringJoiner parameters = new StringJoiner("&", "?", "");
    new TreeMap<>(query).forEach((key, value) -> parameters.add(key + "=" + encoded(value)));
    return send("GET", API + path + parameters, BodyPublishers.noBody());
  }

  JsonNode post(String path, Record body) {
    return send("POST", API + path, BodyPublishers.ofByteArray(json.write(body)));
  }

  JsonNode delete(String path, Record body) {
    return send("DELETE", API + path, BodyPublishers.ofByteArray(json.write(body)));
  }

  /** Stores an artefact through the server. */
  void putArtifact(ArtifactPath path, byte[] content) {
    send("PUT", ARTIFACTS + path.encoded(), BodyPublishers.ofByteArray(content));
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private JsonNode send(String method, String path, BodyPublisher body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(ANSWER)
            .header(
                "Content-Type",
                method.equals("PUT") ? "application/octet-stream" : "application/json")
            .method(method, body);
    authorise(request);
    try {
      return read(http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
    } catch (IOException e) {
      throw failures.ofTransport(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (CancellationException) new CancellationException("interrupted").initCause(e);
    }
  }

  private void authorise(HttpRequest.Builder request) {
    if (credentials instanceof MlflowCredentials.Basic basic) {
      String pair = basic.username() + ":" + basic.password().reveal();
      byte[] bytes = pair.getBytes(StandardCharsets.UTF_8);
      request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(bytes));
    } else if (credentials instanceof MlflowCredentials.Token bearer) {
      request.header("Authorization", "Bearer " + bearer.token().reveal());
    }
  }

  private JsonNode read(HttpResponse<InputStream> response) throws IOException {
    byte[] body;
    try (InputStream content = response.body()) {
      body = content.readNBytes(LARGEST_ANSWER);
    }
    if (response.statusCode() / 100 != 2) {
      throw failures.ofAnswer(
          response.statusCode(), new String(body, StandardCharsets.UTF_8), null);
    }
    return parsed(body);
  }

  private JsonNode parsed(byte[] body) {
    try {
      return body.length == 0 ? mapper.createObjectNode() : mapper.readTree(body);
    } catch (IOException e) {
      throw failures.notMlflow(e);
    }
  }
}
