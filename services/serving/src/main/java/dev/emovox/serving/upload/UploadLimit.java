package dev.emovox.serving.upload;

import dev.emovox.serving.ServingConfig;
import dev.emovox.serving.ops.PredictionMeter;
import dev.emovox.serving.problem.Problem;
import dev.emovox.serving.problem.ProblemType;
import dev.emovox.serving.problem.ProblemWriter;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;

/**
 * Bounds what a request may send, with a problem document; the framework alone would answer 413
 * without a word. A body that announces too many bytes, or more than there is memory for now, is
 * refused before any of it is read. One of unknown length is read up to the limit. Reading holds no
 * thread, however slow the client is; only forms are left to the framework, which writes their
 * files to disk as they come.
 */
@Singleton
public class UploadLimit {
  /** Before all others but the gate, which must not read anything of strangers. */
  private static final int BEHIND_THE_GATE = Integer.MIN_VALUE + 100;

  private static final String BYTES = "application/octet-stream";
  private static final String JSON = "application/json";
  private static final String FORM = "multipart/form-data";

  private final ServingConfig config;
  private final UploadMemory memory;
  private final ProblemWriter problems;
  private final PredictionMeter meter;
  private final List<UploadRoute> routes;

  public UploadLimit(
      ServingConfig config, UploadMemory memory, ProblemWriter problems, PredictionMeter meter) {
    this.config = config;
    this.memory = memory;
    this.problems = problems;
    this.meter = meter;
    this.routes =
        List.of(
            UploadRoute.of("/v1/emotions", BYTES, config.maxBytes()),
            UploadRoute.of("/v1/emotions:batch", JSON, config.maxBatchBytes()),
            UploadRoute.of(
                "/v2/models/[^/]+(/versions/[^/]+)?/infer", BYTES, config.maxBatchBytes()));
  }

  void install(@Observes Router router) {
    router.route().order(BEHIND_THE_GATE).handler(this::check);
    for (UploadRoute route : routes) {
      BodyHandler reader = BodyHandler.create(false).setBodyLimit(route.most());
      router
          .routeWithRegex(HttpMethod.POST, route.path().pattern())
          .order(BEHIND_THE_GATE + 1)
          .handler(request -> read(request, route, reader))
          .failureHandler(this::failed);
    }
  }

  private void check(RoutingContext request) {
    int limit = limit(request);
    long announced = announced(request, limit);
    if (announced > limit) {
      tooLarge(request);
    } else if (!memory.take(announced)) {
      request
          .response()
          .putHeader(
              HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, config.retryAfter().toSeconds())));
      refuse(request, ProblemType.OVERLOADED, "Too many clips are being sent; try again shortly.");
    } else {
      request.addEndHandler(ended -> memory.give(announced));
      request.next();
    }
  }

  /** The bytes that the body may have. */
  private static long announced(RoutingContext request, int limit) {
    String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    if (length == null) {
      return ProblemWriter.announcesBody(request) ? limit : 0;
    }
    try {
      long bytes = Long.parseLong(length);
      return bytes < 0 ? Long.MAX_VALUE : bytes;
    } catch (NumberFormatException e) {
      return Long.MAX_VALUE;
    }
  }

  private int limit(RoutingContext request) {
    String path = String.valueOf(request.request().path());
    return routes.stream()
        .filter(route -> route.has(path))
        .mapToInt(UploadRoute::most)
        .findFirst()
        .orElse(config.maxBytes());
  }

  private static void read(RoutingContext request, UploadRoute route, BodyHandler reader) {
    String type = request.request().getHeader(HttpHeaders.CONTENT_TYPE);
    if (type != null && type.toLowerCase(Locale.ROOT).startsWith(FORM)) {
      request.next();
    } else {
      request.request().headers().set(HttpHeaders.CONTENT_TYPE, route.type());
      reader.handle(request);
    }
  }

  private void failed(RoutingContext request) {
    if (request.statusCode() == ProblemType.TOO_LARGE.status()) {
      tooLarge(request);
    } else if (!(request.failure() instanceof HttpClosedException)) {
      // A client that went away is no failure of the service.
      request.next();
    }
  }

  private void tooLarge(RoutingContext request) {
    refuse(
        request,
        ProblemType.TOO_LARGE,
        "The request is larger than " + limit(request) + " bytes; send less at once.");
  }

  private void refuse(RoutingContext request, ProblemType type, String detail) {
    Problem problem = Problem.of(type, detail);
    meter.refused(problem);
    problems.end(request, problem);
  }
}
