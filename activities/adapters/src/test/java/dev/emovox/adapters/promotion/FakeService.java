package dev.emovox.adapters.promotion;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/** A prediction service that gives what it is told to, one answer after the other. */
final class FakeService implements AutoCloseable {
  private record Answer(int status, String body) {}

  private final Deque<Answer> answers = new ArrayDeque<>();
  private final HttpServer server;
  private int looks;

  FakeService() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext(
        "/v1/model",
        exchange -> {
          try (exchange) {
            Answer answer = next();
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
          }
        });
    server.start();
  }

  /** The next answer; the last one is given again and again. */
  synchronized FakeService answers(int status, String body) {
    answers.add(new Answer(status, body));
    return this;
  }

  private synchronized Answer next() {
    looks++;
    return answers.size() > 1 ? answers.remove() : answers.element();
  }

  /** How often it was asked. */
  synchronized int looks() {
    return looks;
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
