package dev.emovox.serving.problem;

import dev.emovox.serving.ServingConfig;
import dev.emovox.serving.prediction.OverloadedException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Answers every failed request with a problem document, and logs those that are bugs. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {
  private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

  private final ServingConfig config;

  public ProblemMapper(ServingConfig config) {
    this.config = config;
  }

  @Override
  public Response toResponse(Throwable failure) {
    Problem problem = problem(failure);
    Response.ResponseBuilder response =
        Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
    retryAfter(failure).ifPresent(wait -> response.header(HttpHeaders.RETRY_AFTER, wait));
    return response.build();
  }

  /** The problem that a failure is; a bug is logged. */
  public Problem problem(Throwable failure) {
    Problem problem = ProblemTranslation.of(failure);
    if (problem.status() == ProblemType.INTERNAL.status()) {
      LOG.error("A request failed", failure);
    }
    return problem;
  }

  /** Seconds after which the request may succeed, if that can be said. */
  public Optional<Long> retryAfter(Throwable failure) {
    if (failure instanceof OverloadedException overloaded) {
      return Optional.of(seconds(overloaded.retryAfter()));
    }
    return ProblemTranslation.of(failure).status() == ProblemType.NO_MODEL.status()
        ? Optional.of(seconds(config.retryAfter()))
        : Optional.empty();
  }

  /** Whole seconds, never fewer than asked for. */
  private static long seconds(Duration duration) {
    return Math.max(1, duration.plusMillis(999).toSeconds());
  }
}
