package dev.emovox.serving.security.web;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;

/**
 * Headers that every answer has, errors included. What a page has said of itself is left as it is;
 * everything else may not be kept, framed or run.
 */
public final class AnswerHeaders {
  private static final String CACHE = "Cache-Control";
  private static final String POLICY = "Content-Security-Policy";
  private static final String STRICTEST = "default-src 'none'; frame-ancestors 'none'";

  /** The page that shows the interface brings scripts and styles in its text. */
  private static final String INTERFACE_PAGE = "/q/swagger-ui";

  private static final String OWN =
      "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline';"
          + " img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  /** A year: how long a browser that came by TLS comes by nothing else. */
  private static final String TLS_ONLY = "max-age=31536000";

  private AnswerHeaders() {}

  /** Adds them when the answer to this request begins. */
  public static void promise(RoutingContext request) {
    request.addHeadersEndHandler(unused -> add(request, request.response().headers()));
  }

  private static void add(RoutingContext request, MultiMap headers) {
    headers.set("X-Content-Type-Options", "nosniff");
    setIfAbsent(headers, "Referrer-Policy", "no-referrer");
    setIfAbsent(headers, "Cross-Origin-Resource-Policy", "same-origin");
    setIfAbsent(headers, CACHE, "no-store");
    setIfAbsent(headers, POLICY, policy(String.valueOf(request.request().path())));
    if (request.request().isSSL()) {
      headers.set("Strict-Transport-Security", TLS_ONLY);
    }
  }

  private static String policy(String path) {
    return path.startsWith(INTERFACE_PAGE) ? OWN : STRICTEST;
  }

  private static void setIfAbsent(MultiMap headers, String name, String value) {
    if (!headers.contains(name)) {
      headers.set(name, value);
    }
  }
}
