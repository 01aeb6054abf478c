package dev.emovox.serving.grpc;

import com.google.protobuf.Message;
import dev.emovox.serving.grpc.stub.ModelInferRequest;
import dev.emovox.serving.grpc.stub.ModelInferResponse;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** gRPC's own client with the messages of the service's .proto file. */
public final class StockClient implements AutoCloseable {
  private static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);
  private static final int PATIENCE_SECONDS = 20;

  private final ManagedChannel connection;
  private final Channel channel;
  private final CallOptions options;

  private StockClient(ManagedChannel connection, Channel channel, CallOptions options) {
    this.connection = connection;
    this.channel = channel;
    this.options = options;
  }

  /** A client of the service at this port, which it calls by this name. */
  public static StockClient of(int port, String name) {
    ManagedChannel connection =
        NettyChannelBuilder.forAddress("127.0.0.1", port)
            .usePlaintext()
            .overrideAuthority(name)
            .build();
    return new StockClient(connection, connection, CallOptions.DEFAULT);
  }

  /** A client of the service at this port. */
  public static StockClient of(int port) {
    return of(port, "localhost:" + port);
  }

  /** The same client with a key. */
  public StockClient with(String authorization) {
    Metadata headers = new Metadata();
    headers.put(AUTHORIZATION, authorization);
    return new StockClient(
        connection,
        ClientInterceptors.intercept(
            connection, MetadataUtils.newAttachHeadersInterceptor(headers)),
        options);
  }

  /** The same client, which waits so long. */
  public StockClient within(Duration patience) {
    return new StockClient(
        connection, channel, options.withDeadlineAfter(patience.toNanos(), TimeUnit.NANOSECONDS));
  }

  /** The same client, which compresses what it sends. */
  public StockClient compressing() {
    return new StockClient(connection, channel, options.withCompression("gzip"));
  }

  /** Calls and waits. */
  public <Q extends Message, A extends Message> A call(String method, Q request, A kind) {
    return ClientCalls.blockingUnaryCall(
        channel, method(method, request, kind), patient(), request);
  }

  /** Calls; a future that is cancelled cancels the call. */
  public Future<ModelInferResponse> begin(ModelInferRequest request) {
    return ClientCalls.futureUnaryCall(
        channel.newCall(
            method("ModelInfer", request, ModelInferResponse.getDefaultInstance()), patient()),
        request);
  }

  /** Infers and waits. */
  public ModelInferResponse infer(ModelInferRequest request) {
    return call("ModelInfer", request, ModelInferResponse.getDefaultInstance());
  }

  private CallOptions patient() {
    return options.getDeadline() == null
        ? options.withDeadlineAfter(PATIENCE_SECONDS, TimeUnit.SECONDS)
        : options;
  }

  @SuppressWarnings("unchecked") // of the same class as the instance that is given
  private static <Q extends Message, A extends Message> MethodDescriptor<Q, A> method(
      String name, Q request, A answer) {
    return MethodDescriptor.<Q, A>newBuilder()
        .setType(MethodDescriptor.MethodType.UNARY)
        .setFullMethodName(name.contains("/") ? name : "inference.GRPCInferenceService/" + name)
        .setRequestMarshaller(ProtoUtils.marshaller((Q) request.getDefaultInstanceForType()))
        .setResponseMarshaller(ProtoUtils.marshaller(answer))
        .build();
  }

  @Override
  public void close() {
    connection.shutdownNow();
  }
}
