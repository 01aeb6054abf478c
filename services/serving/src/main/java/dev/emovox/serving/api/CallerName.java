package dev.emovox.serving.api;

import dev.emovox.serving.security.Caller;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/**
 * Who asks, by a name that stays the same from request to request: what the client says in a header
 * of the service's choice, or else its key, or else its address.
 */
public final class CallerName {
  private CallerName() {}

  /**
   * The name of a request's caller.
   *
   * @param header in which clients name those for whom they ask; empty if in none
   */
  public static String of(RoutingContext request, Optional<String> header) {
    return header
        .map(name -> request.request().getHeader(name))
        .map(value -> "header " + value)
        .orElseGet(() -> Caller.of(request).counted());
  }
}
