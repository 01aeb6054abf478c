package dev.emovox.serving.security;

import dev.emovox.access.Scope;
import io.vertx.core.http.HttpServerRequest;
import java.util.OptionalInt;

/**
 * Where the metrics are told. With a port of their own, the port of the clients does not have them,
 * and that port has nothing else; probes may ask either.
 *
 * @param port empty if there is one port for all
 */
record ManagementPort(OptionalInt port) {
  private static final Access METRICS = new Access.Scoped(Scope.METRICS);

  /** Whether what is asked for is to be found at the port that it is asked at. */
  boolean has(HttpServerRequest request, Access access) {
    if (port.isEmpty() || access instanceof Access.Everybody) {
      return true;
    }
    return isHere(request) == METRICS.equals(access);
  }

  private boolean isHere(HttpServerRequest request) {
    return request.localAddress() != null && request.localAddress().port() == port.getAsInt();
  }
}
