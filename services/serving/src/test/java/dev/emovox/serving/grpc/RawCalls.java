package dev.emovox.serving.grpc;

import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Sends bytes by HTTP/2 as if they were a call. */
public final class RawCalls implements AutoCloseable {
  /** Where clips go. */
  public static final String INFER = "/inference.GRPCInferenceService/ModelInfer";

  private static final int PATIENCE_SECONDS = 20;

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client;
  private final int port;

  /** A client of this port that speaks HTTP/2 from the first byte. */
  public RawCalls(int port) {
    this.port = port;
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_2)
                .setHttp2ClearTextUpgrade(false));
  }

  /**
   * How a call ended.
   *
   * @param http status of HTTP
   * @param code of gRPC; null if there is none
   * @param message of gRPC; null if there is none
   */
  public record End(int http, String code, String message) {}

  /** A frame with this message. */
  public static byte[] frame(byte[] message) {
    return ByteBuffer.allocate(5 + message.length)
        .put((byte) 0)
        .putInt(message.length)
        .put(message)
        .array();
  }

  /** Posts these bytes as a call. */
  public End send(String path, Map<String, String> headers, byte[] body) throws Exception {
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setHost("localhost")
            .setPort(port)
            .setURI(path)
            .putHeader("content-type", "application/grpc");
    headers.forEach(options::putHeader);
    return client
        .request(options)
        .compose(request -> request.send(Buffer.buffer(body)))
        .compose(answer -> answer.body().map(unused -> end(answer)))
        .toCompletionStage()
        .toCompletableFuture()
        .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  private static End end(HttpClientResponse answer) {
    MultiMap told = answer.getHeader("grpc-status") == null ? answer.trailers() : answer.headers();
    return new End(answer.statusCode(), told.get("grpc-status"), told.get("grpc-message"));
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
