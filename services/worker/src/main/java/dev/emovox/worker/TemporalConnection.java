package dev.emovox.worker;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.settings.TemporalEndpoint;
import dev.emovox.settings.TemporalTls;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContext;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContextBuilder;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.serviceclient.OperatorServiceStubs;
import io.temporal.serviceclient.OperatorServiceStubsOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;

/** Connections to one namespace of a Temporal service. Opening them sends nothing. */
final class TemporalConnection implements AutoCloseable {
  private static final long CLOSE_SECONDS = 2;

  private final TemporalEndpoint endpoint;
  private final WorkflowServiceStubs service;
  private final OperatorServiceStubs operator;

  TemporalConnection(TemporalEndpoint endpoint) {
    this.endpoint = endpoint;
    WorkflowServiceStubsOptions.Builder options =
        WorkflowServiceStubsOptions.newBuilder().setTarget(endpoint.address());
    OperatorServiceStubsOptions.Builder operatorOptions =
        OperatorServiceStubsOptions.newBuilder().setTarget(endpoint.address());
    endpoint
        .tls()
        .map(TemporalConnection::context)
        .ifPresent(
            context -> {
              options.setSslContext(context);
              operatorOptions.setSslContext(context);
            });
    this.service = WorkflowServiceStubs.newServiceStubs(options.validateAndBuildWithDefaults());
    this.operator =
        OperatorServiceStubs.newServiceStubs(operatorOptions.validateAndBuildWithDefaults());
  }

  TemporalEndpoint endpoint() {
    return endpoint;
  }

  WorkflowServiceStubs service() {
    return service;
  }

  OperatorServiceStubs operator() {
    return operator;
  }

  WorkflowClient client() {
    return WorkflowClient.newInstance(
        service, WorkflowClientOptions.newBuilder().setNamespace(endpoint.namespace()).build());
  }

  private static SslContext context(TemporalTls tls) {
    try {
      SslContextBuilder builder = GrpcSslContexts.forClient();
      tls.authorityFile().map(Path::toFile).ifPresent(builder::trustManager);
      tls.certificateFile()
          .ifPresent(
              certificate ->
                  builder.keyManager(certificate.toFile(), tls.keyFile().orElseThrow().toFile()));
      return builder.build();
    } catch (SSLException | IllegalArgumentException e) {
      throw new InvalidInputException(
          "The TLS files for Temporal can't be used: "
              + e.getMessage()
              + ". EMOVOX_TEMPORAL_TLS_CERT_FILE, _KEY_FILE and _CA_FILE name PEM files; the key is in"
              + " PKCS 8 without a password.",
          e);
    }
  }

  @Override
  public void close() {
    operator.shutdownNow();
    service.shutdownNow();
    service.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
  }
}
