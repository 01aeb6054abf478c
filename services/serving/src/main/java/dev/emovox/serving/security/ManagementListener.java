package dev.emovox.serving.security;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.serving.security.web.FrameworkSockets;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Listens on the port of the metrics, if there is one, with the same routes and the same gate. The
 * framework has such a port, too, but whether it is there is settled when the service is built.
 */
@Singleton
public class ManagementListener {
  private final Vertx vertx;
  private final ManagementPort management;
  private final String host;
  private Router router;
  private Optional<HttpServer> server = Optional.empty();

  ManagementListener(
      Vertx vertx,
      ManagementPort management,
      @ConfigProperty(name = "quarkus.http.host") String host) {
    this.vertx = vertx;
    this.management = management;
    this.host = host;
  }

  void install(@Observes Router routes) {
    router = routes;
  }

  void start(@Observes StartupEvent event) {
    if (management.port().isPresent()) {
      server = Optional.of(listen(management.port().getAsInt()));
    }
  }

  void stop(@Observes ShutdownEvent event) {
    server.ifPresent(HttpServer::close);
  }

  private HttpServer listen(int port) {
    FrameworkSockets.turnOff();
    try {
      return vertx
          .createHttpServer(new HttpServerOptions().setHost(host).setPort(port))
          .requestHandler(router)
          .listen()
          .toCompletionStage()
          .toCompletableFuture()
          .join();
    } catch (CompletionException e) {
      throw new InvalidInputException(
          "The service can't listen on port %d (EMOVOX_SERVING_MANAGEMENT_PORT): %s."
              .formatted(port, e.getCause()),
          e);
    }
  }
}
