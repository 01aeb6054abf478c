package dev.emovox.serving.drift;

import dev.emovox.contracts.DriftHistory;
import dev.emovox.contracts.DriftReport;
import dev.emovox.contracts.DriftWatch;
import dev.emovox.contracts.TaskQueues;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.settings.TemporalEndpoint;
import dev.emovox.settings.TemporalTls;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContext;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContextBuilder;
import io.temporal.client.BatchRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.serviceclient.RpcRetryOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.nio.file.Path;
import java.time.Duration;
import javax.net.ssl.SSLException;

/**
 * The workflows that take note of drift, one for each registered model, which the first report
 * starts. Connects when there is something to tell, and lets go afterwards: alarms are days apart.
 */
public final class TemporalDriftWatch implements DriftTold {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final TemporalEndpoint endpoint;

  /** Sends nothing. */
  public TemporalDriftWatch(TemporalEndpoint endpoint) {
    this.endpoint = endpoint;
  }

  @Override
  public void tell(String model, DriftReport report) {
    WorkflowServiceStubs service = WorkflowServiceStubs.newServiceStubs(options());
    try {
      WorkflowClient client =
          WorkflowClient.newInstance(
              service,
              WorkflowClientOptions.newBuilder().setNamespace(endpoint.namespace()).build());
      DriftWatch watch =
          client.newWorkflowStub(
              DriftWatch.class,
              WorkflowOptions.newBuilder()
                  .setWorkflowId(DriftWatch.workflowId(model))
                  .setTaskQueue(TaskQueues.CPU)
                  .build());
      BatchRequest both = client.newSignalWithStartRequest();
      both.add(watch::watch, DriftHistory.none());
      both.add(watch::raised, report);
      client.signalWithStart(both);
    } finally {
      service.shutdownNow();
    }
  }

  private WorkflowServiceStubsOptions options() {
    WorkflowServiceStubsOptions.Builder options =
        WorkflowServiceStubsOptions.newBuilder()
            .setTarget(endpoint.address())
            .setRpcRetryOptions(RpcRetryOptions.newBuilder().setExpiration(PATIENCE).build());
    endpoint.tls().ifPresent(tls -> options.setSslContext(context(tls)));
    return options.validateAndBuildWithDefaults();
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
          "The TLS files for Temporal can't be used ("
              + e.getMessage()
              + "). EMOVOX_TEMPORAL_TLS_CERT_FILE, _KEY_FILE and _CA_FILE name PEM files; the key is"
              + " in PKCS 8 without a password.",
          e);
    }
  }

  /** Nothing is kept open. */
  @Override
  public void close() {}
}
