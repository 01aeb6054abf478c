package dev.emovox.wav2vec2.hub;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A hub with one repository, and the storage of its large files at another origin, as the public
 * documentation describes them. Any request can be made to be answered otherwise, once.
 */
final class FakeHub implements AutoCloseable {
  static final String ID = "speech/tiny";

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer hub = server(this::hubAnswer);
  private final HttpServer storage = server(this::storageAnswer);
  private final Map<String, FakeRepository> commits = new ConcurrentHashMap<>();
  private final Map<String, String> branches = new ConcurrentHashMap<>();
  private final Map<String, Deque<HttpHandler>> troubles = new ConcurrentHashMap<>();
  private final List<SeenRequest> seen = new CopyOnWriteArrayList<>();
  private final CountDownLatch end = new CountDownLatch(1);
  private volatile String requiredToken;

  /** A request as it came. */
  record SeenRequest(boolean atStorage, String path, Map<String, String> headers) {
    boolean isFor(String end) {
      return path.endsWith(end);
    }
  }

  private HttpServer server(HttpHandler handler) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.setExecutor(threads);
      server.createContext("/", handler);
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes a branch or tag point to a state of the repository. */
  FakeHub publish(String branch, FakeRepository state) {
    commits.put(state.commit(), state);
    branches.put(branch, state.commit());
    return this;
  }

  /** From now on the hub answers only with this token. */
  void require(String token) {
    requiredToken = token;
  }

  /** Answers the next request whose path ends so, at the hub or its storage, in another way. */
  FakeHub trouble(String pathEnd, HttpHandler answer) {
    troubles.computeIfAbsent(pathEnd, end -> new ArrayDeque<>()).add(answer);
    return this;
  }

  URI endpoint() {
    return address(hub);
  }

  URI storage() {
    return address(storage);
  }

  private static URI address(HttpServer server) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  List<SeenRequest> seen() {
    return seen;
  }

  List<SeenRequest> seen(String pathEnd) {
    return seen.stream().filter(request -> request.isFor(pathEnd)).toList();
  }

  private boolean isTroubled(HttpExchange exchange, boolean atStorage) throws IOException {
    String path = exchange.getRequestURI().getRawPath();
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
    seen.add(new SeenRequest(atStorage, path, headers));
    for (Map.Entry<String, Deque<HttpHandler>> trouble : troubles.entrySet()) {
      boolean meant = path.endsWith(trouble.getKey());
      HttpHandler answer = meant ? trouble.getValue().poll() : null;
      if (answer != null) {
        answer.handle(exchange);
        exchange.close();
        return true;
      }
    }
    return false;
  }

  private void hubAnswer(HttpExchange exchange) throws IOException {
    if (isTroubled(exchange, false)) {
      return;
    }
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    if (requiredToken != null && !("Bearer " + requiredToken).equals(authorization)) {
      error(exchange, 401, "RepoNotFound");
    } else {
      answer(exchange, exchange.getRequestURI().getPath());
    }
    exchange.close();
  }

  private void answer(HttpExchange exchange, String path) throws IOException {
    String api = "/api/models/" + ID + "/";
    String resolve = "/" + ID + "/resolve/";
    if (path.startsWith(api + "revision/")) {
      String revision = path.substring((api + "revision/").length());
      String commit = branches.getOrDefault(revision, revision);
      if (commits.containsKey(commit)) {
        json(
            exchange,
            "{\"id\": \"%s\", \"sha\": \"%s\", \"tags\": [\"pytorch\", \"license:apache-2.0\"]}"
                .formatted(ID, commit));
      } else {
        error(exchange, 404, "RevisionNotFound");
      }
    } else if (path.startsWith(api + "tree/")) {
      json(exchange, commits.get(path.substring((api + "tree/").length())).tree());
    } else if (path.startsWith(resolve)) {
      Path file = Path.of(path.substring(resolve.length()));
      commits
          .get(file.getName(0).toString())
          .resolve(exchange, file.getName(1).toString(), storage());
    } else {
      error(exchange, 404, "RepoNotFound");
    }
  }

  private void storageAnswer(HttpExchange exchange) throws IOException {
    if (!isTroubled(exchange, true)) {
      Path path = Path.of(exchange.getRequestURI().getPath());
      commits.get(path.getName(0).toString()).serve(exchange, path.getName(1).toString());
      exchange.close();
    }
  }

  static void json(HttpExchange exchange, String text) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  static void error(HttpExchange exchange, int status, String code) throws IOException {
    exchange.getResponseHeaders().set("X-Error-Code", code);
    exchange.getResponseHeaders().set("X-Error-Message", "said by the hub");
    exchange.sendResponseHeaders(status, -1);
  }

  static void redirect(HttpExchange exchange, String location) throws IOException {
    exchange.getResponseHeaders().set("Location", location);
    exchange.sendResponseHeaders(302, -1);
  }

  /**
   * Announces so many bytes and sends none, with the connection left open: closing it could be seen
   * before the announcement is.
   */
  void announce(HttpExchange exchange, long bytes) throws IOException {
    exchange.sendResponseHeaders(200, bytes);
    exchange.getResponseBody().flush();
    awaitEnd();
  }

  /** Blocks an answer until the test is over. */
  void awaitEnd() throws IOException {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    end.countDown();
    hub.stop(0);
    storage.stop(0);
    threads.shutdownNow();
  }
}
