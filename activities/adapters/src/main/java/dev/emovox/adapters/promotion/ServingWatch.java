package dev.emovox.adapters.promotion;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.emovox.contracts.Acknowledgement;
import dev.emovox.contracts.AcknowledgementRequest;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.settings.SnakeCaseJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CancellationException;

/**
 * Asks a prediction service which model answers, until it is the wanted one.
 *
 * @param address {@code http://HOST:PORT}
 * @param http how it is asked
 */
record ServingWatch(URI address, HttpClient http) {
  private static final Duration ANSWER = Duration.ofSeconds(5);
  private static final long PAUSE_MILLIS = 250;
  private static final int OK = 200;
  private static final Set<Integer> KEY_NEEDED = Set.of(401, 403);
  private static final double NANOS_PER_SECOND = 1e9;

  ServingWatch(URI address) {
    this(address, HttpClient.newBuilder().connectTimeout(ANSWER).build());
  }

  /** The part of the service's answer that counts here. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Model(String name, String version, String digest, Rejected rejected) {
    boolean is(AcknowledgementRequest wanted) {
      return wanted.version().equals(version)
          && wanted.model().equals(name)
          && wanted.packageDigest().toString().equals(digest);
    }
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Rejected(String version, String reason) {}

  /** Returns as soon as the version answers or is refused, or when the time is over. */
  Acknowledgement await(AcknowledgementRequest wanted) {
    long start = System.nanoTime();
    String seen = look(wanted);
    while (seen != null && seconds(start) < wanted.withinSeconds()) {
      pause();
      seen = look(wanted);
    }
    return seen == null
        ? new Acknowledgement(
            true,
            "The prediction service at %s answers with version %s."
                .formatted(address, wanted.version()),
            seconds(start))
        : new Acknowledgement(
            false,
            "After %d s the prediction service at %s does not answer with version %s: %s"
                .formatted(wanted.withinSeconds(), address, wanted.version(), seen),
            seconds(start));
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / NANOS_PER_SECOND;
  }

  /** What else was seen; null if it is the wanted version. */
  private String look(AcknowledgementRequest wanted) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(address + "/v1/model")).timeout(ANSWER).GET().build();
      HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
      if (KEY_NEEDED.contains(response.statusCode())) {
        return "it tells only who has a key (HTTP status %d).".formatted(response.statusCode());
      }
      if (response.statusCode() != OK) {
        return "it has no model yet (HTTP status %d).".formatted(response.statusCode());
      }
      Model model = new SnakeCaseJson().read(response.body(), Model.class);
      return model.is(wanted) ? null : other(model, wanted);
    } catch (IOException e) {
      return "it can't be reached.";
    } catch (InvalidInputException e) {
      return "what answers there is no prediction service of Emovox.";
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  private static String other(Model model, AcknowledgementRequest wanted) {
    boolean rejected =
        model.rejected() != null && wanted.version().equals(model.rejected().version());
    return "it answers with version %s%s"
        .formatted(
            model.version(),
            rejected ? " and refuses the other: " + model.rejected().reason() : ".");
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  private static CancellationException interrupted() {
    Thread.currentThread().interrupt();
    return new CancellationException("interrupted while watching the prediction service");
  }
}
