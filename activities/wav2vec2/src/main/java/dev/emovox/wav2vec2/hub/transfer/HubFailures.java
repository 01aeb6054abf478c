package dev.emovox.wav2vec2.hub.transfer;

import dev.emovox.domain.EmovoxException;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.ServerUnavailableException;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/**
 * Says in plain words what a hub's refusal means. Nothing that a host sent is repeated but its
 * error code, and no address but its origin: those of large file storage are signed.
 *
 * @param access which hub, and whether with a token
 * @param subject what was asked for, for example {@code facebook/wav2vec2-base@main}
 */
record HubFailures(HubAccess access, String subject) {
  private static final int TOO_MANY = 429;
  private static final int LONGEST_WAIT_DIGITS = 6;

  /**
   * Does nothing if the answer is what was asked for.
   *
   * @throws PassingFailure if it is worth another try
   * @throws EmovoxException if it is not
   */
  void require(HttpResponse<?> response) throws PassingFailure {
    int status = response.statusCode();
    if (status == 200 || status == 206) {
      return;
    }
    if (status == TOO_MANY || status == 408 || status >= 500) {
      throw new PassingFailure("HTTP " + status, wait(response.headers()));
    }
    throw refused(status, code(response.headers()));
  }

  private InvalidInputException refused(int status, String code) {
    String what = code.isEmpty() ? "HTTP " + status : "HTTP " + status + ", " + code;
    if (status == 401 || status == 403) {
      return new InvalidInputException(
          "The hub %s does not give %s to %s (%s). %s"
              .formatted(origin(), subject, caller(), what, advice(code)));
    }
    if (status == 404) {
      return new InvalidInputException(
          "The hub %s has no %s (%s). Check the name and the revision; a private repository needs a token in HF_TOKEN."
              .formatted(origin(), subject, what));
    }
    return new InvalidInputException(
        "The hub %s turned down the request for %s (%s). Check HF_ENDPOINT."
            .formatted(origin(), subject, what));
  }

  private String caller() {
    return access.token().isPresent() ? "the owner of this token" : "anonymous users";
  }

  private String advice(String code) {
    if (code.equals("GatedRepo")) {
      return "Accept the model's conditions on its page, and set HF_TOKEN to a token of that account.";
    }
    return access.token().isPresent()
        ? "Check the token (HF_TOKEN or HF_TOKEN_PATH), what it may read, and the name of the model."
        : "Check the name of the model; if it is private, set HF_TOKEN, or HF_TOKEN_PATH to the file that holds the token.";
  }

  /** What is told after the last try. */
  ServerUnavailableException exhausted(IOException failure) {
    if (failure instanceof PassingFailure) {
      return new ServerUnavailableException(
          "The hub %s can't give %s now (%s). Try again later: what came so far is kept."
              .formatted(origin(), subject, failure.getMessage()),
          failure);
    }
    return new ServerUnavailableException(
        "The connection to the hub %s fails or breaks on %s (%s). Check the network and HF_ENDPOINT, and try again: what came so far is kept. A proxy is named to Java by -Dhttps.proxyHost and -Dhttps.proxyPort in JAVA_TOOL_OPTIONS."
            .formatted(origin(), subject, failure.getClass().getSimpleName()),
        failure);
  }

  private Origin origin() {
    return Origin.of(access.endpoint());
  }

  private static String code(HttpHeaders headers) {
    return headers
        .firstValue("X-Error-Code")
        .filter(code -> code.matches("[A-Za-z]{1,40}"))
        .orElse("");
  }

  private static Duration wait(HttpHeaders headers) {
    Optional<String> seconds =
        headers
            .firstValue("Retry-After")
            .filter(text -> text.length() <= LONGEST_WAIT_DIGITS && text.matches("[0-9]+"));
    return seconds.map(text -> Duration.ofSeconds(Long.parseLong(text))).orElse(null);
  }
}
