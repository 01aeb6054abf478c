package dev.emovox.serving.grpc;

import io.vertx.core.Future;
import io.vertx.core.http.HttpConnection;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** The connections of the port, so many and no more. Safe for use by several threads. */
final class OpenConnections {
  private static final Logger LOG = Logger.getLogger(OpenConnections.class);

  private final int most;
  private final Set<HttpConnection> open = ConcurrentHashMap.newKeySet();

  OpenConnections(int most) {
    this.most = most;
  }

  /** Takes a new connection, or closes it. */
  void add(HttpConnection connection) {
    if (open.size() >= most) {
      connection.close();
      return;
    }
    open.add(connection);
    connection.closeHandler(closed -> open.remove(connection));
  }

  /** Lets the calls that are under way end, for so long, and no others begin. */
  void drain(Duration patience) {
    List<Future<Void>> closing =
        open.stream()
            .map(connection -> connection.shutdown(patience.toMillis(), TimeUnit.MILLISECONDS))
            .toList();
    try {
      Future.join(closing)
          .toCompletionStage()
          .toCompletableFuture()
          .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
          .join();
    } catch (CompletionException e) {
      LOG.debug("Some connections are closed with the port", e);
    }
  }
}
