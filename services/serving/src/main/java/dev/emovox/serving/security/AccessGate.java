package dev.emovox.serving.security;

import dev.emovox.serving.problem.Problem;
import dev.emovox.serving.problem.ProblemType;
import dev.emovox.serving.problem.ProblemWriter;
import dev.emovox.serving.security.web.AnswerHeaders;
import dev.emovox.serving.security.web.Origins;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Stands before every route of the router: pages, REST, WebSocket upgrades, gRPC, and the
 * framework's own. Who does not pass is answered before anything of the body is read.
 */
@Singleton
public class AccessGate {
  /** What bounds and reads bodies comes later. */
  private static final int BEFORE_ALL_OTHERS = Integer.MIN_VALUE;

  private static final int MISDIRECTED = 421;
  private static final String ANOTHER_NAME =
      "The service is not called by this name; see EMOVOX_SERVING_HOSTS.";

  private final GateRules rules;
  private final AuditTrail audit;
  private final ProblemWriter problems;
  private final MeterRegistry registry;

  AccessGate(GateRules rules, AuditTrail audit, ProblemWriter problems, MeterRegistry registry) {
    this.rules = rules;
    this.audit = audit;
    this.problems = problems;
    this.registry = registry;
    // There from the start, so that the first refusal is a change that can be seen.
    List.of(ProblemType.UNAUTHENTICATED, ProblemType.FORBIDDEN, ProblemType.TOO_OFTEN)
        .forEach(type -> refusals(type.slug()));
  }

  private Counter refusals(String reason) {
    return Counter.builder("emovox.refused")
        .description("Requests that did not pass the gate")
        .tag("reason", reason)
        .register(registry);
  }

  void install(@Observes Router router) {
    guard(router);
  }

  /** Puts the gate before all routes of a router, those that come later too. */
  public void guard(Router router) {
    router.route().order(BEFORE_ALL_OTHERS).handler(this::check);
  }

  private void check(RoutingContext context) {
    HttpServerRequest request = context.request();
    Origins origins = rules.origins();
    AnswerHeaders.promise(context);
    if (!rules.hosts().has(request)) {
      problems.end(context, Problem.refused(MISDIRECTED, ANOTHER_NAME));
      return;
    }
    origins.tell(request);
    if (origins.isPreflight(request)) {
      origins.allow(request);
      return;
    }
    Access access = RouteAccess.of(request.method().name(), String.valueOf(request.path()));
    if (!rules.management().has(request, access)) {
      problems.end(context, Problem.refused(404, "There is nothing at this path of this port."));
      return;
    }
    Decision decision = decide(context, access);
    decision.caller().attachTo(context);
    audit.follow(context, access);
    ReceiveDeadline.start(context, rules.receive(), problems);
    if (decision instanceof Decision.Refused refused) {
      refuse(context, refused);
    } else {
      context.next();
    }
  }

  private Decision decide(RoutingContext context, Access access) {
    Caller stranger = Caller.connected(context);
    String authorization = context.request().getHeader(HttpHeaders.AUTHORIZATION);
    Decision decision = rules.admission().decide(access, stranger, authorization);
    if (rules.origins().isForeignSocket(context.request())) {
      return new Decision.Refused(
          ProblemType.FORBIDDEN,
          "Pages of this origin may not connect; see EMOVOX_SERVING_ORIGINS.",
          new Decision.Header("Vary", "Origin"),
          decision.caller());
    }
    return access instanceof Access.Everybody ? decision : rules.frequency().limit(decision);
  }

  private void refuse(RoutingContext context, Decision.Refused refused) {
    Problem problem = Problem.of(refused.type(), refused.detail());
    refusals(problem.kind()).increment();
    context.response().putHeader(refused.header().name(), refused.header().value());
    problems.end(context, problem);
  }
}
