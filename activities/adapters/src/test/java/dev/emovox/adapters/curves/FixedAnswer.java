package dev.emovox.adapters.curves;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A web server that answers everything alike. */
record FixedAnswer(HttpServer server, AtomicInteger count) implements AutoCloseable {

  static FixedAnswer of(int status, String body) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    AtomicInteger count = new AtomicInteger();
    server.createContext(
        "/",
        exchange -> {
          count.incrementAndGet();
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    return new FixedAnswer(server, count);
  }

  int port() {
    return server.getAddress().getPort();
  }

  int requests() {
    return count.get();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
