package dev.emovox.artifacts;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.emovox.settings.S3Endpoint;
import dev.emovox.settings.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server that gives every request the same answer, which no real server can be made to give. */
final class FakeS3 implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  /** Answers a request. */
  interface Answer {
    void give(HttpExchange exchange) throws IOException;
  }

  FakeS3(Answer answer) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", answer::give);
    server.start();
  }

  /** An error in S3's XML; nothing but the status where a request has no answer's body. */
  static FakeS3 error(int status, String code) {
    String xml =
        "<?xml version=\"1.0\"?><Error><Code>%s</Code><Message>m</Message></Error>".formatted(code);
    return answering(status, "application/xml", xml);
  }

  static FakeS3 answering(int status, String mediaType, String body) {
    return new FakeS3(
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          exchange.getResponseHeaders().set("Content-Type", mediaType);
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          boolean head = exchange.getRequestMethod().equals("HEAD");
          exchange.sendResponseHeaders(status, head || bytes.length == 0 ? -1 : bytes.length);
          if (!head) {
            exchange.getResponseBody().write(bytes);
          }
          exchange.close();
        });
  }

  S3Endpoint endpoint() {
    return new S3Endpoint(
        URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
        "emovox",
        "key",
        new Secret("secret-of-the-fake"),
        "us-east-1");
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
