package dev.emovox.serving.security.web;

import dev.emovox.domain.InvalidInputException;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which pages of other hosts may ask from a browser: those that are named exactly, by default none.
 * Never with cookies or other credentials of the browser. Immutable and safe for use by several
 * threads.
 */
public final class Origins {
  private static final Pattern ORIGIN =
      Pattern.compile("https?://([a-z0-9.-]+|\\[[0-9a-f:]+\\])(:\\d{1,5})?");
  private static final String PREFLIGHT_AGE_SECONDS = "600";

  private final Set<String> allowed;

  /**
   * The rule.
   *
   * @throws InvalidInputException if one is no origin; patterns are none
   */
  public Origins(List<String> allowed) {
    for (String origin : allowed) {
      if (!ORIGIN.matcher(origin).matches()) {
        throw new InvalidInputException(
            "'%s' in EMOVOX_SERVING_ORIGINS is no origin such as https://app.example.org: name each in full, in lower case, without a path."
                .formatted(origin));
      }
    }
    this.allowed = Set.copyOf(allowed);
  }

  /** Tells the browser, in the headers of the answer, if the page may read it. */
  public void tell(HttpServerRequest request) {
    if (allowed.isEmpty()) {
      return;
    }
    MultiMap headers = request.response().headers();
    headers.add("Vary", "Origin");
    String origin = request.getHeader("Origin");
    if (origin != null && allowed.contains(origin)) {
      headers.set("Access-Control-Allow-Origin", origin);
      headers.set("Access-Control-Expose-Headers", "Retry-After, WWW-Authenticate");
      headers.set("Cross-Origin-Resource-Policy", "cross-origin");
    }
  }

  /** Whether a browser asks beforehand, without a key, if a named page may ask. */
  public boolean isPreflight(HttpServerRequest request) {
    String origin = request.getHeader("Origin");
    return request.method().name().equals("OPTIONS")
        && request.getHeader("Access-Control-Request-Method") != null
        && origin != null
        && allowed.contains(origin);
  }

  /** Answers that it may. */
  public void allow(HttpServerRequest request) {
    MultiMap headers = request.response().headers();
    headers.set("Access-Control-Allow-Methods", "GET, POST");
    headers.set("Access-Control-Allow-Headers", "Authorization, Content-Type");
    headers.set("Access-Control-Max-Age", PREFLIGHT_AGE_SECONDS);
    request.response().setStatusCode(204).end();
  }

  /**
   * Whether a page that is not named, of another host, opens a WebSocket. Browsers leave it to the
   * server to refuse that, so any page could otherwise talk to a service on its reader's machine.
   */
  public boolean isForeignSocket(HttpServerRequest request) {
    String origin = request.getHeader("Origin");
    return origin != null
        && "websocket".equalsIgnoreCase(request.getHeader("Upgrade"))
        && !allowed.contains(origin)
        && !origin.replaceFirst("^https?://", "").equalsIgnoreCase(request.getHeader("Host"));
  }
}
