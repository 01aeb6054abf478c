package dev.emovox.serving.grpc;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.serving.ServingConfig;
import dev.emovox.serving.security.web.FrameworkSockets;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletionException;
import org.jboss.logging.Logger;

/** Listens on the port of gRPC, if there is one. */
@Singleton
public class GrpcListener {
  private static final Logger LOG = Logger.getLogger(GrpcListener.class);
  private static final int MOST_CONNECTIONS = 256;
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);

  private final OpenConnections connections = new OpenConnections(MOST_CONNECTIONS);
  private final Vertx vertx;
  private final PortOptions options;
  private final GrpcRoutes routes;
  private final ServingConfig config;
  private Optional<HttpServer> server = Optional.empty();

  GrpcListener(Vertx vertx, PortOptions options, GrpcRoutes routes, ServingConfig config) {
    this.vertx = vertx;
    this.options = options;
    this.routes = routes;
    this.config = config;
  }

  /** Where it listens; empty if it does not. */
  public OptionalInt port() {
    return server.map(HttpServer::actualPort).map(OptionalInt::of).orElse(OptionalInt.empty());
  }

  void start(@Observes StartupEvent event) {
    if (config.grpcPort().isPresent()) {
      server = Optional.of(listen(config.grpcPort().getAsInt()));
      LOG.infof("Listening for gRPC on port %d", server.get().actualPort());
    }
  }

  void stop(@Observes ShutdownEvent event) {
    connections.drain(STOP_PATIENCE);
    server.ifPresent(HttpServer::close);
  }

  private HttpServer listen(int port) {
    FrameworkSockets.turnOff();
    try {
      return vertx
          .createHttpServer(options.on(port))
          .requestHandler(routes.router(vertx))
          .connectionHandler(connections::add)
          .exceptionHandler(broken -> LOG.debug("A connection of gRPC broke", broken))
          .listen()
          .toCompletionStage()
          .toCompletableFuture()
          .join();
    } catch (CompletionException e) {
      throw new InvalidInputException(
          "The service can't listen on port %d (EMOVOX_SERVING_GRPC_PORT): %s."
              .formatted(port, e.getCause()),
          e);
    }
  }
}
