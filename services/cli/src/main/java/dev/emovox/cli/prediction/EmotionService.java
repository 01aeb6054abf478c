package dev.emovox.cli.prediction;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.ServerUnavailableException;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.settings.Secret;
import dev.emovox.settings.SnakeCaseJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** The prediction service over HTTP. Safe for use by several threads. */
public final class EmotionService implements Classifier {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(60);
  private static final int OK = 200;

  private final URI address;
  private final Optional<Secret> key;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).build();
  private final SnakeCaseJson json = new SnakeCaseJson();

  /**
   * A client; nothing is sent yet.
   *
   * @param address {@code http://HOST:PORT}
   * @param key sent with each request, if the service asks for one
   */
  public EmotionService(URI address, Optional<Secret> key) {
    this.address = address;
    this.key = key;
  }

  @Override
  public FileOutcome classify(String path, byte[] content) {
    HttpRequest request =
        request("/v1/emotions")
            .header("Content-Type", "application/octet-stream")
            .POST(BodyPublishers.ofByteArray(content))
            .build();
    HttpResponse<byte[]> response = send(request);
    return response.statusCode() == OK
        ? read(response, ServiceAnswer.class).outcome(path)
        : problem(response).outcome(path);
  }

  /** The version that answers now; empty if there is none yet or the service is away. */
  public Optional<String> liveVersion() {
    try {
      HttpResponse<byte[]> response = send(request("/v1/model").GET().build());
      return response.statusCode() == OK
          ? Optional.ofNullable(read(response, ServiceAnswer.Model.class).version())
          : Optional.empty();
    } catch (ServerUnavailableException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    // Java 17's client ends with its last reference.
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + path)).timeout(ANSWER);
    key.ifPresent(secret -> request.setHeader("Authorization", "Bearer " + secret.reveal()));
    return request;
  }

  private HttpResponse<byte[]> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new ServerUnavailableException(
          "The prediction service does not answer at %s. Start the local stack with `./emovox up`, or check EMOVOX_SERVING_URL."
              .formatted(address),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WorkFailedException("Interrupted while waiting for the prediction service.", e);
    }
  }

  private <T> T read(HttpResponse<byte[]> response, Class<T> type) {
    try {
      return json.read(response.body(), type);
    } catch (InvalidInputException e) {
      throw new WorkFailedException(
          "What answers at %s is not Emovox's prediction service. Check EMOVOX_SERVING_URL."
              .formatted(address),
          e);
    }
  }

  private ServiceProblem problem(HttpResponse<byte[]> response) {
    try {
      return json.read(response.body(), ServiceProblem.class);
    } catch (InvalidInputException e) {
      String detail = "The service answered with HTTP status %d.".formatted(response.statusCode());
      return new ServiceProblem("urn:emovox:problem:refused", "Refused", detail, null);
    }
  }
}
