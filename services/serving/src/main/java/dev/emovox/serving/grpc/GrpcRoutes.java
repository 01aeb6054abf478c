package dev.emovox.serving.grpc;

import dev.emovox.serving.problem.GrpcProblem;
import dev.emovox.serving.problem.Problem;
import dev.emovox.serving.problem.ProblemType;
import dev.emovox.serving.security.AccessGate;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/** What is at the port of gRPC: the gate, the methods, and nothing else. */
@Singleton
class GrpcRoutes {
  private final CallServices services;
  private final AccessGate gate;
  private final InferenceMethods methods;

  GrpcRoutes(CallServices services, AccessGate gate, InferenceMethods methods) {
    this.services = services;
    this.gate = gate;
    this.methods = methods;
  }

  /** A router with the methods behind the gate. */
  Router router(Vertx vertx) {
    Router router = Router.router(vertx);
    gate.guard(router);
    router.route().handler(this::check);
    for (Method method : methods.all()) {
      router
          .post(method.path())
          .handler(request -> new GrpcCall(request, method, services).begin());
    }
    router.route().last().handler(this::unknown);
    return router;
  }

  private void check(RoutingContext request) {
    if (GrpcProblem.isAskedFor(request)) {
      request.next();
    } else {
      end(request, Problem.refused(415, "At this port there is gRPC and nothing else."));
    }
  }

  private void unknown(RoutingContext request) {
    end(request, Problem.of(ProblemType.NOT_IMPLEMENTED, "There is no such method."));
  }

  private void end(RoutingContext request, Problem problem) {
    services.problems().writer().end(request, problem);
  }
}
