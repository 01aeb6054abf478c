package dev.emovox.worker;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.emovox.settings.Endpoints;
import dev.emovox.settings.MlflowEndpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Stands between a worker and MLflow, and kills the worker when it is about to move an alias: the
 * ledger has the decision then, and the registry has not.
 */
final class AliasWatch implements AutoCloseable {
  private final URI target;
  private final HttpServer server;
  private final HttpClient http = HttpClient.newHttpClient();
  private final AtomicReference<WorkerJvm> victim = new AtomicReference<>();

  AliasWatch(Endpoints endpoints) {
    target = endpoints.mlflow().url();
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", this::pass);
    server.start();
  }

  /** The same servers, with this one in MLflow's place. */
  Endpoints between(Endpoints endpoints) {
    URI here = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    return new Endpoints(
        endpoints.temporal(),
        endpoints.s3(),
        new MlflowEndpoint(here, endpoints.mlflow().credentials()),
        endpoints.serving());
  }

  /** The worker that is killed. */
  void kills(WorkerJvm worker) {
    victim.set(worker);
  }

  private void pass(HttpExchange exchange) throws IOException {
    try (exchange) {
      boolean moves =
          exchange.getRequestMethod().equals("POST")
              && exchange.getRequestURI().getPath().endsWith("registered-models/alias");
      WorkerJvm worker = moves ? victim.getAndSet(null) : null;
      if (worker != null) {
        worker.kill();
        return;
      }
      HttpResponse<byte[]> response = http.send(request(exchange), BodyHandlers.ofByteArray());
      response
          .headers()
          .firstValue("Content-Type")
          .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
      int length = response.body().length;
      exchange.sendResponseHeaders(response.statusCode(), length == 0 ? -1 : length);
      exchange.getResponseBody().write(response.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private HttpRequest request(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(target + exchange.getRequestURI().toString()))
            .method(
                exchange.getRequestMethod(),
                body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    if (type != null) {
      request.header("Content-Type", type);
    }
    return request.build();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
