package dev.emovox.serving.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.emovox.serving.ServingConfig;
import dev.emovox.serving.problem.Problem;
import dev.emovox.serving.problem.ProblemType;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Locale;

/**
 * Bounds what a request may send, with a problem document; the framework alone would answer 413
 * without a word. A body that announces too many bytes is refused before any of it is read. One of
 * unknown length is read up to the limit. Reading holds no thread, however slow the client is; only
 * forms are left to the framework, which writes their files to disk as they come.
 */
@Singleton
public class UploadLimit {
  /** Before all others but the gate, which must not read anything of strangers. */
  private static final int BEHIND_THE_GATE = Integer.MIN_VALUE + 100;

  private static final String CLIPS = "/v1/emotions";
  private static final String BYTES = "application/octet-stream";
  private static final String FORM = "multipart/form-data";

  private final ServingConfig config;
  private final ObjectMapper json;
  private final PredictionMeter meter;

  public UploadLimit(ServingConfig config, ObjectMapper json, PredictionMeter meter) {
    this.config = config;
    this.json = json;
    this.meter = meter;
  }

  void install(@Observes Router router) {
    BodyHandler reader = BodyHandler.create(false).setBodyLimit(config.maxBytes());
    router.route().order(BEHIND_THE_GATE).handler(this::check);
    router
        .post(CLIPS)
        .order(BEHIND_THE_GATE + 1)
        .handler(request -> read(request, reader))
        .failureHandler(this::failed);
  }

  /**
   * Reads the body, unless it is a form. All others are taken for a stream of bytes: curl, for one,
   * calls any file an encoded form, and decoding it as such would destroy it.
   */
  private static void read(RoutingContext request, BodyHandler reader) {
    String type = request.request().getHeader(HttpHeaders.CONTENT_TYPE);
    if (type != null && type.toLowerCase(Locale.ROOT).startsWith(FORM)) {
      request.next();
    } else {
      request.request().headers().set(HttpHeaders.CONTENT_TYPE, BYTES);
      reader.handle(request);
    }
  }

  private void failed(RoutingContext request) {
    if (request.statusCode() == ProblemType.TOO_LARGE.status()) {
      refuse(request);
    } else if (!(request.failure() instanceof HttpClosedException)) {
      // A client that went away is no failure of the service.
      request.next();
    }
  }

  private void check(RoutingContext request) {
    if (announced(request) > config.maxBytes()) {
      refuse(request);
    } else {
      request.next();
    }
  }

  private static long announced(RoutingContext request) {
    String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    try {
      return length == null ? 0 : Long.parseLong(length);
    } catch (NumberFormatException e) {
      return Long.MAX_VALUE;
    }
  }

  private void refuse(RoutingContext request) {
    Problem problem =
        Problem.of(
            ProblemType.TOO_LARGE,
            "The request is larger than " + config.maxBytes() + " bytes; send a shorter clip.");
    meter.refused(problem);
    try {
      request
          .response()
          .setStatusCode(problem.status())
          .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
          .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
          .end(json.writeValueAsString(problem));
    } catch (JsonProcessingException e) {
      request.fail(e);
    }
  }
}
