package dev.emovox.serving.grpc;

import io.vertx.core.Future;
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
import java.util.concurrent.CompletableFuture;
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
    CompletableFuture<End> ended = new CompletableFuture<>();
    // All of it on the event loop: elsewhere, an answer could come before anybody listens.
    vertx.runOnContext(
        unused ->
            client
                .request(options)
                .compose(request -> request.send(Buffer.buffer(body)))
                .compose(RawCalls::whole)
                .onSuccess(ended::complete)
                .onFailure(ended::completeExceptionally));
    return ended.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  /** A refusal is whole with its headers: its stream may be reset after them. */
  private static Future<End> whole(HttpClientResponse answer) {
    return isRefusal(answer)
        ? Future.succeededFuture(end(answer))
        : answer.body().map(unused -> end(answer));
  }

  private static boolean isRefusal(HttpClientResponse answer) {
    return answer.getHeader("grpc-status") != null;
  }

  private static End end(HttpClientResponse answer) {
    MultiMap told = isRefusal(answer) ? answer.headers() : answer.trailers();
    return new End(answer.statusCode(), told.get("grpc-status"), told.get("grpc-message"));
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
