package dev.emovox.worker;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** A server that takes events of OpenLineage. */
final class EventServer implements AutoCloseable {
  private static final int CREATED = 201;
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final long PAUSE_MILLIS = 50;

  private final List<String> events = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  EventServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext(
        "/api/v1/lineage",
        exchange -> {
          byte[] event = exchange.getRequestBody().readAllBytes();
          events.add(new String(event, StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(CREATED, -1);
          exchange.close();
        });
    server.start();
  }

  /** What a worker is told to find it. */
  Map<String, String> environment() {
    return Map.of(
        "EMOVOX_OPENLINEAGE_URL", "http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  /** The events that have come, in that order. */
  List<String> events() {
    return List.copyOf(events);
  }

  /** The first event that is as wanted, once it is there. */
  String await(Predicate<String> wanted) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      Optional<String> found = events.stream().filter(wanted).findFirst();
      if (found.isPresent()) {
        return found.get();
      }
      Thread.sleep(PAUSE_MILLIS);
    }
    throw new AssertionError("no such event came: " + events);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
