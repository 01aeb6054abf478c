package dev.emovox.cli.temporal;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.settings.TemporalEndpoint;
import dev.emovox.settings.TemporalTls;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContext;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContextBuilder;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.serviceclient.RpcRetryOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;

/** A client of one namespace of a Temporal service, connected when made. */
final class TemporalConnection implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(5);

  /** A worker that is there answers in milliseconds; people wait for this one. */
  private static final Duration QUERY = Duration.ofSeconds(8);

  private static final long CLOSE_SECONDS = 1;

  private final WorkflowServiceStubs service;
  private final WorkflowClient client;

  private TemporalConnection(WorkflowServiceStubs service, String namespace) {
    this.service = service;
    this.client =
        WorkflowClient.newInstance(
            service, WorkflowClientOptions.newBuilder().setNamespace(namespace).build());
  }

  /**
   * Connects.
   *
   * @throws dev.emovox.domain.ServerUnavailableException if nothing answers within five seconds
   */
  static TemporalConnection open(TemporalEndpoint endpoint) {
    WorkflowServiceStubsOptions.Builder options =
        WorkflowServiceStubsOptions.newBuilder()
            .setTarget(endpoint.address())
            .setRpcQueryTimeout(QUERY)
            .setRpcRetryOptions(RpcRetryOptions.newBuilder().setExpiration(QUERY).build());
    endpoint.tls().ifPresent(tls -> options.setSslContext(context(tls)));
    try {
      return new TemporalConnection(
          WorkflowServiceStubs.newConnectedServiceStubs(options.build(), CONNECT),
          endpoint.namespace());
    } catch (RuntimeException e) {
      throw new TemporalFailures(endpoint).explain(e);
    }
  }

  WorkflowClient client() {
    return client;
  }

  @Override
  public void close() {
    service.shutdownNow();
    service.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
  }

  private static SslContext context(TemporalTls tls) {
    try {
      SslContextBuilder builder = GrpcSslContexts.forClient();
      tls.authorityFile().map(Path::toFile).ifPresent(builder::trustManager);
      Optional<Path> certificate = tls.certificateFile();
      if (certificate.isPresent()) {
        builder.keyManager(certificate.get().toFile(), tls.keyFile().orElseThrow().toFile());
      }
      return builder.build();
    } catch (SSLException | IllegalArgumentException e) {
      throw new InvalidInputException(
          "The TLS files for Temporal can't be used. Check EMOVOX_TEMPORAL_TLS_CERT_FILE, _KEY_FILE and _CA_FILE: PEM, the key in PKCS 8 without a password.",
          e);
    }
  }
}
