package dev.emovox.serving.security;

import dev.emovox.access.Scope;
import dev.emovox.serving.problem.ProblemWriter;
import dev.emovox.serving.security.audit.AuditEntry;
import dev.emovox.serving.security.audit.AuditLog;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/**
 * Writes down the requests that changed something and those that were refused.
 *
 * @param log empty if none is kept
 * @param clock the time
 */
record AuditTrail(Optional<AuditLog> log, Clock clock) {
  private static final Set<Integer> REFUSED = Set.of(401, 403, 408, 413, 429);
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
  private static final int LONGEST_ROUTE = 256;
  private static final int FIRST_ERROR = 400;

  /** Looks at the request once it has been answered. */
  void follow(RoutingContext context, Access access) {
    if (log.isPresent()) {
      context.addEndHandler(unused -> record(context, access));
    }
  }

  private void record(RoutingContext context, Access access) {
    int status = ProblemWriter.status(context);
    boolean changed =
        access.equals(new Access.Scoped(Scope.ADMIN))
            && !READING.contains(context.request().method().name())
            && status < FIRST_ERROR;
    if (changed || REFUSED.contains(status)) {
      log.orElseThrow().add(entry(context, status));
    }
  }

  private AuditEntry entry(RoutingContext context, int status) {
    Caller caller = Caller.of(context);
    String path = String.valueOf(context.request().path());
    return new AuditEntry(
        clock.instant(),
        caller.identity().map(Identity::id).orElse(null),
        caller.identity().map(Identity::name).orElse(null),
        caller.address(),
        context.request().method().name(),
        path.length() > LONGEST_ROUTE ? path.substring(0, LONGEST_ROUTE) : path,
        status,
        context.request().bytesRead());
  }
}
