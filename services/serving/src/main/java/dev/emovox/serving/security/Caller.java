package dev.emovox.serving.security;

import dev.emovox.access.ApiKey;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/**
 * Who makes a request, as far as it was established. The gate puts it into the request.
 *
 * @param key the key that was accepted; empty if none is asked for
 */
public record Caller(Optional<ApiKey> key) {
  private static final String ATTRIBUTE = Caller.class.getName();
  private static final Caller NOBODY = new Caller(Optional.empty());

  /** Who makes this request. */
  public static Caller of(RoutingContext request) {
    Caller caller = request.get(ATTRIBUTE);
    return caller == null ? NOBODY : caller;
  }

  void attachTo(RoutingContext request) {
    request.put(ATTRIBUTE, this);
  }
}
