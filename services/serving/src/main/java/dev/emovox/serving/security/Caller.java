package dev.emovox.serving.security;

import dev.emovox.serving.security.rate.AddressBlock;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/**
 * Who makes a request, as far as it was established. The gate puts it into the request.
 *
 * @param address where the request comes from
 * @param identity the key or token that was accepted; empty if none is asked for, or none was
 */
public record Caller(String address, Optional<Identity> identity) {
  private static final String ATTRIBUTE = Caller.class.getName();

  /** Whoever connected, not recognised yet. */
  static Caller connected(RoutingContext request) {
    SocketAddress peer = request.request().remoteAddress();
    return new Caller(
        peer == null || peer.hostAddress() == null ? "unknown" : peer.hostAddress(),
        Optional.empty());
  }

  /** Who makes this request, after the gate. */
  public static Caller of(RoutingContext request) {
    Caller caller = request.get(ATTRIBUTE);
    return caller == null ? connected(request) : caller;
  }

  Caller with(Identity accepted) {
    return new Caller(address, Optional.of(accepted));
  }

  void attachTo(RoutingContext request) {
    request.put(ATTRIBUTE, this);
  }

  /** The one whose requests belong together: a key or a token's subject, or an address. */
  public String counted() {
    return identity.map(Identity::described).orElseGet(() -> AddressBlock.of(address));
  }
}
