package dev.emovox.serving.problem;

import dev.emovox.audio.UnusableAudioException;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.serving.prediction.NoModelException;
import dev.emovox.serving.prediction.OverloadedException;
import dev.emovox.serving.prediction.VersionNotLiveException;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;

/**
 * Turns anything that a request can end with into a problem. What is not known here is a bug: the
 * client hears that and nothing more.
 */
public final class ProblemTranslation {
  private ProblemTranslation() {}

  /** The problem that {@code failure} is to a client. */
  public static Problem of(Throwable failure) {
    if (failure instanceof CompletionException && failure.getCause() != null) {
      return of(failure.getCause());
    }
    if (failure instanceof ProblemException problem) {
      return Problem.of(problem.type(), problem.getMessage());
    }
    if (failure instanceof UnusableAudioException audio) {
      return AudioProblems.of(audio);
    }
    if (failure instanceof NoModelException) {
      return Problem.of(
          ProblemType.NO_MODEL, "No model has gone live yet; /q/health/ready says why.");
    }
    if (failure instanceof OverloadedException) {
      return Problem.of(ProblemType.OVERLOADED, "Too many clips are waiting; try again shortly.");
    }
    return lateOrRefused(failure);
  }

  private static Problem lateOrRefused(Throwable failure) {
    if (failure instanceof TimeoutException) {
      return Problem.of(
          ProblemType.TIMEOUT,
          "There was no answer in the time that the request gives; what had not begun was dropped.");
    }
    if (failure instanceof CancellationException) {
      return Problem.of(ProblemType.CLIENT_GONE, "Nobody waits for the answer.");
    }
    if (failure instanceof VersionNotLiveException version) {
      return Problem.of(
          ProblemType.NOT_FOUND,
          "That version of the model does not answer here; version " + version.live() + " does.");
    }
    if (failure instanceof InvalidInputException input) {
      return Problem.of(ProblemType.UNUSABLE_AUDIO, input.getMessage());
    }
    if (failure instanceof IOException) {
      // The framework's, of a form that is cut off: what this service can't read or write itself is
      // never thrown as it is.
      return Problem.of(ProblemType.MALFORMED, "The form ends before it is complete.");
    }
    return failure instanceof WebApplicationException refusal ? refused(refusal) : bug();
  }

  private static Problem refused(WebApplicationException refusal) {
    int status = refusal.getResponse().getStatus();
    return switch (status) {
      case 400 -> Problem.of(ProblemType.MALFORMED, "The request can't be read as HTTP or form.");
      case 413 -> Problem.of(ProblemType.TOO_LARGE, "The request is larger than is accepted.");
      case 404 -> Problem.refused(status, "There is nothing at this path; see /q/openapi.");
      case 405 -> Problem.refused(status, "This path does not take this method; see /q/openapi.");
      case 406 -> Problem.refused(status, "Answers are JSON only; ask for application/json.");
      default ->
          status >= 500 ? bug() : Problem.refused(status, "The request can't be answered so.");
    };
  }

  private static Problem bug() {
    return Problem.of(ProblemType.INTERNAL, "This is a bug; the service's log has the details.");
  }
}
