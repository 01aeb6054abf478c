package dev.emovox.serving.security;

import dev.emovox.serving.problem.Problem;
import dev.emovox.serving.problem.ProblemType;
import dev.emovox.serving.problem.ProblemWriter;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/**
 * Ends requests whose body does not arrive. A client that sends a byte now and then keeps its
 * connection busy for ever, and there are only so many; the framework's own limit is on silence.
 * Streams of HTTP/2 share a connection and may be meant to stay open.
 */
final class ReceiveDeadline {
  /** How long requests whose client went away are remembered, at most. */
  private static final Duration LONGEST_BEAT = Duration.ofSeconds(1);

  private ReceiveDeadline() {}

  static void start(RoutingContext context, Duration limit, ProblemWriter problems) {
    if (context.request().version() == HttpVersion.HTTP_2
        || !ProblemWriter.announcesBody(context)) {
      return;
    }
    long end = System.nanoTime() + limit.toNanos();
    long beat = Math.max(1, Math.min(LONGEST_BEAT.toMillis(), limit.toMillis()));
    long timer =
        context
            .vertx()
            .setPeriodic(
                beat,
                id -> {
                  if (isOver(context)) {
                    context.vertx().cancelTimer(id);
                  } else if (System.nanoTime() - end >= 0) {
                    context.vertx().cancelTimer(id);
                    expire(context, limit, problems);
                  }
                });
    context.addEndHandler(unused -> forget(context, timer));
  }

  /** Whether nothing more will come. */
  private static boolean isOver(RoutingContext context) {
    return context.request().isEnded() || context.response().closed();
  }

  /** An answer may come before the whole of the request; the rest of it has its deadline, too. */
  private static void forget(RoutingContext context, long timer) {
    if (isOver(context)) {
      context.vertx().cancelTimer(timer);
    }
  }

  private static void expire(RoutingContext context, Duration limit, ProblemWriter problems) {
    if (!context.response().ended()) {
      String detail = "The request did not arrive within %d s.".formatted(limit.toSeconds());
      problems.end(context, Problem.of(ProblemType.TOO_SLOW, detail));
    }
    context.request().connection().close();
  }
}
