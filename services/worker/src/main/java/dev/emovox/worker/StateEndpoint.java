package dev.emovox.worker;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.settings.SnakeCaseJson;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * Tells over HTTP, to this machine only, whether the worker takes work: {@code GET /health} answers
 * 200 or 503 with {@code {"ready": …, "state": "…"}}.
 */
final class StateEndpoint implements AutoCloseable {
  private static final int OK = 200;
  private static final int UNAVAILABLE = 503;

  private final SnakeCaseJson json = new SnakeCaseJson();
  private final WorkerState state;
  private final HttpServer server;

  private StateEndpoint(WorkerState state, HttpServer server) {
    this.state = state;
    this.server = server;
  }

  /** The document. */
  private record Health(boolean ready, String state) {}

  /**
   * Listens.
   *
   * @throws InvalidInputException if the port is taken
   */
  static StateEndpoint open(int port, WorkerState state) {
    try {
      InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
      StateEndpoint endpoint = new StateEndpoint(state, HttpServer.create(address, 0));
      endpoint.server.createContext("/health", endpoint::answer);
      endpoint.server.start();
      return endpoint;
    } catch (IOException | IllegalArgumentException e) {
      throw new InvalidInputException(
          "The worker can't listen on port %d (%s). Free it or set EMOVOX_WORKER_PORT to another."
              .formatted(port, e.getMessage()),
          e);
    }
  }

  /** The port that it listens on. */
  int port() {
    return server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      boolean ready = state.isReady();
      byte[] body = json.write(new Health(ready, state.description()));
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(ready ? OK : UNAVAILABLE, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
