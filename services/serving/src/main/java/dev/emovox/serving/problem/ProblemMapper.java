package dev.emovox.serving.problem;

import dev.emovox.serving.ServingConfig;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
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
    Problem problem = ProblemTranslation.of(failure);
    if (problem.status() >= 500 && problem.status() != ProblemType.NO_MODEL.status()) {
      LOG.error("A request failed", failure);
    }
    Response.ResponseBuilder response =
        Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
    if (asksToComeBack(problem.status())) {
      response.header(HttpHeaders.RETRY_AFTER, Math.max(1, config.retryAfter().toSeconds()));
    }
    return response.build();
  }

  private static boolean asksToComeBack(int status) {
    return status == ProblemType.OVERLOADED.status() || status == ProblemType.NO_MODEL.status();
  }
}
