package dev.emovox.cli.temporal;

import dev.emovox.contracts.FailureType;
import dev.emovox.domain.EmovoxException;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.ServerUnavailableException;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.settings.TemporalEndpoint;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.TerminatedFailure;
import java.util.Set;

/** What a failed call to Temporal means for the user. */
final class TemporalFailures {
  private static final Set<Status.Code> AWAY =
      Set.of(
          Status.Code.UNAVAILABLE,
          Status.Code.DEADLINE_EXCEEDED,
          Status.Code.RESOURCE_EXHAUSTED,
          Status.Code.CANCELLED);
  private static final Set<Status.Code> REFUSED =
      Set.of(Status.Code.UNAUTHENTICATED, Status.Code.PERMISSION_DENIED);

  private final TemporalEndpoint endpoint;

  TemporalFailures(TemporalEndpoint endpoint) {
    this.endpoint = endpoint;
  }

  /** The failure to throw instead of {@code thrown}. */
  EmovoxException explain(RuntimeException thrown) {
    if (thrown instanceof EmovoxException known) {
      return known;
    }
    Status status = status(thrown);
    if (AWAY.contains(status.getCode())) {
      return new ServerUnavailableException(
          "Temporal does not answer at %s. Start the local stack with `./emovox up`, or check EMOVOX_TEMPORAL_ADDRESS."
              .formatted(endpoint.address()),
          thrown);
    }
    if (REFUSED.contains(status.getCode())) {
      return new InvalidInputException(
          "Temporal at %s refuses access to namespace '%s'. Check the EMOVOX_TEMPORAL_TLS_* settings."
              .formatted(endpoint.address(), endpoint.namespace()),
          thrown);
    }
    if (status.getCode() == Status.Code.NOT_FOUND) {
      return new InvalidInputException(
          "Temporal at %s knows no namespace '%s'. Check EMOVOX_TEMPORAL_NAMESPACE."
              .formatted(endpoint.address(), endpoint.namespace()),
          thrown);
    }
    return new WorkFailedException(
        "Temporal at %s could not do what was asked: %s. Look at `./emovox logs temporal`."
            .formatted(endpoint.address(), reason(status, thrown)),
        thrown);
  }

  /** The failure to throw when a question about {@code subject} was not answered. */
  EmovoxException explainQuery(String subject, RuntimeException thrown) {
    Status.Code code = status(thrown).getCode();
    boolean noWorker =
        code == Status.Code.DEADLINE_EXCEEDED || code == Status.Code.FAILED_PRECONDITION;
    return noWorker
        ? new ServerUnavailableException(
            "No worker answers for %s. Look at `./emovox status` and `./emovox logs worker`, or start one with `./emovox up`."
                .formatted(subject),
            thrown)
        : explain(thrown);
  }

  /** Whether a failure means that there is no such thing. */
  static boolean isMissing(RuntimeException thrown) {
    return status(thrown).getCode() == Status.Code.NOT_FOUND;
  }

  /** The failure to throw for what a workflow failed with, or refused to hear. */
  EmovoxException explainFailure(RuntimeException thrown) {
    for (Throwable at = thrown; at != null; at = at.getCause()) {
      if (at instanceof ApplicationFailure said) {
        return said.getType().equals(FailureType.INVALID_INPUT)
            ? new InvalidInputException(said.getOriginalMessage(), thrown)
            : new WorkFailedException(said.getOriginalMessage(), thrown);
      }
      if (at instanceof CanceledFailure || at instanceof TerminatedFailure) {
        return new WorkFailedException(
            "It was ended from outside before it could say how it went.", thrown);
      }
    }
    return explain(thrown);
  }

  private static Status status(Throwable thrown) {
    for (Throwable at = thrown; at != null; at = at.getCause()) {
      if (at instanceof StatusRuntimeException grpc) {
        return grpc.getStatus();
      }
    }
    return Status.UNKNOWN;
  }

  private static String reason(Status status, Throwable thrown) {
    return status.getDescription() == null
        ? String.valueOf(thrown.getMessage())
        : status.getDescription();
  }
}
