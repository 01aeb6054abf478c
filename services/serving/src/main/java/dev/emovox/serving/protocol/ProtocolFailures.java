package dev.emovox.serving.protocol;

import dev.emovox.serving.problem.Problem;
import dev.emovox.serving.problem.ProblemMapper;
import dev.emovox.serving.problem.ProblemTranslation;
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
    Problem problem = ProblemTranslation.of(failure);
    Response mapped = problems.toResponse(failure);
    Response.ResponseBuilder builder = Response.status(problem.status());
    Object retry = mapped.getHeaders().getFirst(HttpHeaders.RETRY_AFTER);
    if (retry != null) {
      builder.header(HttpHeaders.RETRY_AFTER, retry);
    }
    return builder
        .type(MediaType.APPLICATION_JSON)
        .entity(new ProtocolDocuments.Failure(problem.detail()))
        .build();
  }
}
