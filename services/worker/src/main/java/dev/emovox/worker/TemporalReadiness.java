package dev.emovox.worker;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Asks whether Temporal can be worked with, and says in plain words why not. */
final class TemporalReadiness {
  private static final long ANSWER_SECONDS = 5;

  private final TemporalConnection temporal;

  TemporalReadiness(TemporalConnection temporal) {
    this.temporal = temporal;
  }

  /** Why the worker has to wait; nothing if it can start. */
  Optional<String> obstacle() {
    String namespace = temporal.endpoint().namespace();
    try {
      temporal
          .service()
          .blockingStub()
          .withDeadlineAfter(ANSWER_SECONDS, TimeUnit.SECONDS)
          .describeNamespace(DescribeNamespaceRequest.newBuilder().setNamespace(namespace).build());
      return Optional.empty();
    } catch (StatusRuntimeException e) {
      return Optional.of(explain(e.getStatus(), namespace));
    }
  }

  private String explain(Status status, String namespace) {
    String address = temporal.endpoint().address();
    return switch (status.getCode()) {
      case NOT_FOUND ->
          "Temporal at %s has no namespace '%s'. Create it or set EMOVOX_TEMPORAL_NAMESPACE."
              .formatted(address, namespace);
      case PERMISSION_DENIED, UNAUTHENTICATED ->
          "Temporal at %s doesn't let us into the namespace '%s'. Check its credentials."
              .formatted(address, namespace);
      default ->
          "Temporal does not answer at %s (%s). Waiting for it; './emovox up' starts one, EMOVOX_TEMPORAL_ADDRESS names another."
              .formatted(address, status.getCode());
    };
  }
}
