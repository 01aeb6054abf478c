package dev.emovox.wav2vec2.hub;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import dev.emovox.domain.Digest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One state of a repository on a {@link FakeHub}; weights are large files, the rest is not. */
final class FakeRepository {
  private final TreeMap<String, byte[]> files = new TreeMap<>();
  private final Map<String, Long> lies = new TreeMap<>();

  static FakeRepository of(String name, int weightBytes) {
    byte[] weights = new byte[weightBytes];
    new Random(name.hashCode()).nextBytes(weights);
    return new FakeRepository()
        .with("config.json", "{\"model\": \"%s\"}".formatted(name))
        .with("preprocessor_config.json", "{}")
        .with("README.md", "# " + name)
        .with("model.safetensors", weights);
  }

  FakeRepository with(String name, byte[] content) {
    files.put(name, content);
    return this;
  }

  FakeRepository with(String name, String content) {
    return with(name, content.getBytes(StandardCharsets.UTF_8));
  }

  FakeRepository without(String name) {
    files.remove(name);
    return this;
  }

  /** The list of files says another size. */
  FakeRepository listed(String name, long bytes) {
    lies.put(name, bytes);
    return this;
  }

  byte[] content(String name) {
    return files.get(name);
  }

  /** Not git's way to name a commit, but as sure to follow the content. */
  String commit() {
    return git(tree().getBytes(StandardCharsets.UTF_8));
  }

  private static boolean isLarge(String name) {
    return name.endsWith(".safetensors") || name.endsWith(".bin");
  }

  static String git(byte[] content) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-1");
      digest.update(("blob " + content.length + "\0").getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(digest.digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  String tree() {
    return files.keySet().stream()
        .map(this::entry)
        .collect(
            Collectors.joining(
                ", ", "[{\"type\": \"directory\", \"oid\": \"1\", \"path\": \"runs\"}, ", "]"));
  }

  private String entry(String name) {
    byte[] content = files.get(name);
    long size = lies.getOrDefault(name, (long) content.length);
    String large =
        isLarge(name)
            ? ", \"lfs\": {\"oid\": \"%s\", \"size\": %d, \"pointerSize\": 134}"
                .formatted(Digest.of(content).hex(), size)
            : "";
    return "{\"type\": \"file\", \"oid\": \"%s\", \"size\": %d, \"path\": \"%s\"%s}"
        .formatted(git(content), size, name, large);
  }

  /** The hub's own answer: small content, or where the storage has the large one. */
  void resolve(HttpExchange exchange, String name, URI storage) throws IOException {
    byte[] content = files.get(name);
    exchange.getResponseHeaders().set("X-Repo-Commit", commit());
    if (content == null) {
      FakeHub.error(exchange, 404, "EntryNotFound");
    } else if (isLarge(name)) {
      String digest = Digest.of(content).hex();
      exchange.getResponseHeaders().set("X-Linked-Etag", '"' + digest + '"');
      exchange.getResponseHeaders().set("X-Linked-Size", Long.toString(content.length));
      FakeHub.redirect(
          exchange, "%s/%s/%s?signature=very-private".formatted(storage, commit(), name));
    } else {
      exchange.getResponseHeaders().set("ETag", '"' + git(content) + '"');
      exchange.sendResponseHeaders(200, content.length);
      exchange.getResponseBody().write(content);
    }
  }

  String entityTag(String name) {
    return "\"of-the-storage-" + git(files.get(name)) + '"';
  }

  /** The storage's answer: all of it, or the range that was asked for. */
  void serve(HttpExchange exchange, String name) throws IOException {
    byte[] content = files.get(name);
    Headers asked = exchange.getRequestHeaders();
    exchange.getResponseHeaders().set("ETag", entityTag(name));
    String range = asked.getFirst("Range");
    String condition = asked.getFirst("If-Range");
    int start = 0;
    if (range != null && (condition == null || condition.equals(entityTag(name)))) {
      start = Integer.parseInt(range.replaceAll("\\D", ""));
      exchange
          .getResponseHeaders()
          .set(
              "Content-Range",
              "bytes %d-%d/%d".formatted(start, content.length - 1, content.length));
    }
    byte[] rest = Arrays.copyOfRange(content, start, content.length);
    exchange.sendResponseHeaders(start > 0 ? 206 : 200, rest.length);
    exchange.getResponseBody().write(rest);
  }

  /** The storage's answer, which breaks after so many bytes. */
  void serveUntil(HttpExchange exchange, String name, int bytes) throws IOException {
    exchange.getResponseHeaders().set("ETag", entityTag(name));
    exchange.sendResponseHeaders(200, files.get(name).length);
    exchange.getResponseBody().write(files.get(name), 0, bytes);
    exchange.getResponseBody().flush();
  }
}
