package dev.emovox.serving.protocol;

import dev.emovox.serving.problem.Problem;
import dev.emovox.serving.problem.ProblemMapper;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Says what went wrong as the protocol does: a status and an {@code error}. */
@Singleton
class ProtocolFailures {
  private final ProblemMapper problems;

  ProtocolFailures(ProblemMapper problems) {
    this.problems = problems;
  }

  Response of(Throwable failure) {
    Problem problem = problems.problem(failure);
    Response.ResponseBuilder builder = Response.status(problem.status());
    problems.retryAfter(failure).ifPresent(wait -> builder.header(HttpHeaders.RETRY_AFTER, wait));
    return builder
        .type(MediaType.APPLICATION_JSON)
        .entity(new ProtocolDocuments.Failure(problem.detail()))
        .build();
  }
}
