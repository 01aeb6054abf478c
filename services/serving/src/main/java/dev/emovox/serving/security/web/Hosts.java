package dev.emovox.serving.security.web;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The names by which the service may be called. Where it listens on its own machine and asks nobody
 * for a key, a page of any host could lead its own name to that machine (DNS rebinding) and would
 * then be of the same origin: what gives it away is the name that the browser still sends.
 * Immutable and safe for use by several threads.
 */
public final class Hosts {
  private static final Pattern OWN =
      Pattern.compile("([a-z0-9-]+\\.)*localhost|127(\\.\\d{1,3}){3}|\\[?::1\\]?");

  private final boolean checked;
  private final Set<String> named;

  /**
   * The rule.
   *
   * @param checked whether names are looked at, if none is given here
   * @param named names beside those of the machine itself, without ports
   */
  public Hosts(boolean checked, List<String> named) {
    this.checked = checked || !named.isEmpty();
    this.named =
        named.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
  }

  /** Whether the service is meant by the name that a request calls it by. */
  public boolean has(HttpServerRequest request) {
    HostAndPort authority = request.authority();
    if (!checked) {
      return true;
    }
    if (authority == null) {
      // No browser leaves the name out; one that can't be read is not ours.
      return request.getHeader("Host") == null;
    }
    String host = authority.host().toLowerCase(Locale.ROOT);
    return OWN.matcher(host).matches() || named.contains(host);
  }
}
