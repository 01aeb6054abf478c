package dev.emovox.serving.stream;

import dev.emovox.serving.problem.Problem;
import dev.emovox.serving.problem.ProblemException;
import dev.emovox.serving.problem.ProblemTranslation;
import dev.emovox.serving.problem.ProblemType;
import dev.emovox.serving.problem.ProblemWriter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Opens streams at {@code /v1/stream}: a WebSocket on which a client sends 16-bit little-endian
 * samples of one channel at 16 kHz in binary frames of any size, and hears a JSON document at each
 * hop. The text {@code end} asks for an estimate of the rest and closes.
 */
@Singleton
public class StreamRoute {
  private static final String PATH = "/v1/stream";

  private final StreamKit kit;
  private final ProblemWriter problems;
  private final AtomicInteger open = new AtomicInteger();

  public StreamRoute(ProblemWriter problems, StreamKit kit, MeterRegistry registry) {
    this.kit = kit;
    this.problems = problems;
    Gauge.builder("emovox.streams", open, AtomicInteger::get)
        .description("Open streams")
        .register(registry);
  }

  void install(@Observes Router router) {
    router.get(PATH).handler(this::open);
    router.route(PATH).handler(this::refuseMethod);
  }

  private void refuseMethod(RoutingContext request) {
    request.response().putHeader(HttpHeaders.ALLOW, "GET");
    problems.end(request, Problem.refused(405, "Streams begin with GET; see /q/openapi."));
  }

  private void open(RoutingContext request) {
    try {
      String upgrade = request.request().getHeader(HttpHeaders.UPGRADE);
      if (!"websocket".equalsIgnoreCase(upgrade)) {
        throw new ProblemException(
            ProblemType.MALFORMED, "This path is for WebSocket connections only.");
      }
      StreamShape shape = StreamShape.parse(request.queryParams(), kit.limits().window());
      if (open.incrementAndGet() > kit.limits().connections()) {
        open.decrementAndGet();
        throw new ProblemException(
            ProblemType.OVERLOADED, "There are too many streams; try again later.");
      }
      upgrade(request, shape);
    } catch (ProblemException e) {
      refuse(request, ProblemTranslation.of(e));
    }
  }

  private void upgrade(RoutingContext request, StreamShape shape) {
    var unused =
        request
            .request()
            .toWebSocket()
            .onSuccess(socket -> start(request, socket, shape))
            .onFailure(failure -> open.decrementAndGet());
  }

  private void start(RoutingContext request, ServerWebSocket socket, StreamShape shape) {
    new StreamSession(socket, new SampleWindow(shape), kit.of(request), request.vertx())
        .start(open::decrementAndGet);
  }

  private void refuse(RoutingContext request, Problem problem) {
    if (problem.status() == ProblemType.OVERLOADED.status()) {
      request.response().putHeader(HttpHeaders.RETRY_AFTER, "60");
    }
    problems.end(request, problem);
  }
}
