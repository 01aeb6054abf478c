package dev.emovox.cli.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.emovox.domain.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A hub whose only repository, {@code speech/tiny}, is a folder; all files are large ones. */
public final class FolderHub implements AutoCloseable {
  public static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

  private static final String API = "/api/models/speech/tiny/";
  private static final String RESOLVE = "/speech/tiny/resolve/" + COMMIT + "/";

  private final HttpServer server;
  private final Path folder;

  public FolderHub(Path folder) {
    this.folder = folder;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  /** Value of {@code HF_ENDPOINT}. */
  public String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (path.equals(API + "revision/main")) {
      send(
          exchange,
          "{\"sha\": \"%s\", \"tags\": [\"license:mit\"]}"
              .formatted(COMMIT)
              .getBytes(StandardCharsets.UTF_8));
    } else if (path.equals(API + "tree/" + COMMIT)) {
      send(exchange, tree().getBytes(StandardCharsets.UTF_8));
    } else if (path.startsWith(RESOLVE)) {
      send(exchange, Files.readAllBytes(folder.resolve(path.substring(RESOLVE.length()))));
    } else {
      exchange.sendResponseHeaders(404, -1);
    }
    exchange.close();
  }

  private static void send(HttpExchange exchange, byte[] content) throws IOException {
    exchange.sendResponseHeaders(200, content.length);
    exchange.getResponseBody().write(content);
  }

  private String tree() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(FolderHub::entry).collect(Collectors.joining(", ", "[", "]"));
    }
  }

  private static String entry(Path file) {
    try {
      return "{\"type\": \"file\", \"path\": \"%s\", \"lfs\": {\"oid\": \"%s\", \"size\": %d}}"
          .formatted(file.getFileName(), Digest.of(file).hex(), Files.size(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
