package dev.emovox.serving.security;

import dev.emovox.serving.problem.Problem;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Stands before every route of the router: pages, REST, WebSocket upgrades, gRPC, and the
 * framework's own. Who does not pass is answered before anything of the body is read.
 */
@Singleton
public class AccessGate {
  /** The first of all routes; what bounds and reads bodies comes later. */
  private static final int BEFORE_ALL_OTHERS = Integer.MIN_VALUE;

  private static final String CHALLENGE = "WWW-Authenticate";

  private final Admission admission;
  private final ProblemWriter problems;
  private final MeterRegistry registry;

  AccessGate(Keys keys, ProblemWriter problems, MeterRegistry registry) {
    this.admission = new Admission(keys);
    this.problems = problems;
    this.registry = registry;
  }

  void install(@Observes Router router) {
    router.route().order(BEFORE_ALL_OTHERS).handler(this::check);
  }

  private void check(RoutingContext request) {
    Access access =
        RouteAccess.of(request.request().method().name(), String.valueOf(request.request().path()));
    Decision decision =
        admission.decide(access, request.request().getHeader(HttpHeaders.AUTHORIZATION));
    if (decision instanceof Decision.Refused refused) {
      refuse(request, refused);
    } else if (decision instanceof Decision.Admitted admitted) {
      admitted.caller().attachTo(request);
      request.next();
    }
  }

  private void refuse(RoutingContext request, Decision.Refused refused) {
    Problem problem = Problem.of(refused.type(), refused.detail());
    registry.counter("emovox.refused", "reason", problem.kind()).increment();
    request.response().putHeader(CHALLENGE, refused.challenge());
    problems.end(request, problem);
  }
}
