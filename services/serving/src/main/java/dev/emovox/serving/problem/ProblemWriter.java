package dev.emovox.serving.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/**
 * Ends a request that no resource has seen with a problem document, or a call of gRPC as those end.
 */
@Singleton
public class ProblemWriter {
  private static final String STATUS = ProblemWriter.class.getName();

  private final ObjectMapper json;

  public ProblemWriter(ObjectMapper json) {
    this.json = json;
  }

  /** Answers, and closes the connection if a body that nobody will read may be on its way. */
  public void end(RoutingContext request, Problem problem) {
    request.put(STATUS, problem.status());
    if (GrpcProblem.isAskedFor(request)) {
      GrpcProblem.end(request, problem);
      return;
    }
    if (request.request().version() != HttpVersion.HTTP_2 && announcesBody(request)) {
      request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    }
    try {
      request
          .response()
          .setStatusCode(problem.status())
          .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
          .end(json.writeValueAsString(problem));
    } catch (JsonProcessingException e) {
      request.fail(e);
    }
  }

  /** The status of the answer, which that of gRPC does not tell. */
  public static int status(RoutingContext request) {
    Integer ended = request.get(STATUS);
    return ended == null ? request.response().getStatusCode() : ended;
  }

  /** Whether a body is on its way. */
  public static boolean announcesBody(RoutingContext request) {
    return request.request().getHeader(HttpHeaders.CONTENT_LENGTH) != null
        || request.request().getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
  }
}
