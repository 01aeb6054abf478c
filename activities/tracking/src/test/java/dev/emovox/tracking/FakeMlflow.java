package dev.emovox.tracking;

import com.sun.net.httpserver.HttpServer;
import dev.emovox.settings.MlflowCredentials;
import dev.emovox.settings.MlflowEndpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server that gives every request the same answer and remembers how they were authorised. */
final class FakeMlflow implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch release = new CountDownLatch(1);
  private final List<String> authorisations = new CopyOnWriteArrayList<>();

  private FakeMlflow(int status, String body, boolean silent) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          authorisations.add(
              String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
          if (silent) {
            awaitRelease();
          }
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
  }

  static FakeMlflow answering(int status, String body) {
    return new FakeMlflow(status, body, false);
  }

  static FakeMlflow silent() {
    return new FakeMlflow(200, "{}", true);
  }

  private void awaitRelease() {
    try {
      release.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  MlflowEndpoint endpoint(MlflowCredentials credentials) {
    return new MlflowEndpoint(
        URI.create("http://127.0.0.1:" + server.getAddress().getPort()), credentials);
  }

  MlflowEndpoint endpoint() {
    return endpoint(new MlflowCredentials.None());
  }

  List<String> authorisations() {
    return authorisations;
  }

  @Override
  public void close() {
    release.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
