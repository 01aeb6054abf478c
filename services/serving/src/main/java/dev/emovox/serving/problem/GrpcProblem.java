package dev.emovox.serving.problem;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Problems as gRPC says them: the status of HTTP is always 200, and a trailer has a code and the
 * detail. See <a href="https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md">its
 * specification</a>.
 */
public final class GrpcProblem {
  /** The media type of calls and of their answers. */
  public static final String MEDIA_TYPE = "application/grpc";

  /** RFC 9113: what was not sent yet need not be sent. */
  private static final long NO_ERROR = 0;

  /** For a client to notice that it was answered. */
  private static final long PATIENCE_MILLIS = 10_000;

  private static final int FIRST_PRINTABLE = 0x20;
  private static final int LAST_PRINTABLE = 0x7e;

  private GrpcProblem() {}

  /** Whether a request is a call. */
  public static boolean isAskedFor(RoutingContext request) {
    String type = request.request().getHeader(HttpHeaders.CONTENT_TYPE);
    return request.request().version() == HttpVersion.HTTP_2
        && type != null
        && isGrpc(type.toLowerCase(Locale.ROOT));
  }

  private static boolean isGrpc(String type) {
    String rest = type.startsWith(MEDIA_TYPE) ? type.substring(MEDIA_TYPE.length()) : "-";
    return rest.isEmpty() || rest.startsWith("+") || rest.startsWith(";");
  }

  static void end(RoutingContext request, Problem problem) {
    HttpServerResponse response = request.response();
    response
        .setStatusCode(200)
        .putHeader(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE)
        .putHeader("grpc-status", Integer.toString(GrpcCode.of(problem.status()).number()))
        .putHeader("grpc-message", percentEncoded(problem.detail()))
        .end();
    if (!request.request().isEnded()) {
      discard(request);
    }
  }

  /**
   * Lets what the client still sends arrive, and forgets it: it stops by itself when it has the
   * answer. A stream that is reset instead would get a reset for each of the frames that are on
   * their way, and HTTP/2 servers close a connection, with all calls on it, after 200 of these.
   */
  private static void discard(RoutingContext request) {
    long patience =
        request.vertx().setTimer(PATIENCE_MILLIS, late -> request.response().reset(NO_ERROR));
    request
        .request()
        .handler(forgotten -> {})
        .exceptionHandler(gone -> request.vertx().cancelTimer(patience))
        .endHandler(complete -> request.vertx().cancelTimer(patience))
        .resume();
  }

  private static String percentEncoded(String text) {
    StringBuilder encoded = new StringBuilder();
    for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
      if (octet >= FIRST_PRINTABLE && octet <= LAST_PRINTABLE && octet != '%') {
        encoded.append((char) octet);
      } else {
        encoded.append('%').append(String.format("%02X", octet));
      }
    }
    return encoded.toString();
  }
}
