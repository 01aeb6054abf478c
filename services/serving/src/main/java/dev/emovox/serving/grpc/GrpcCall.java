package dev.emovox.serving.grpc;

import dev.emovox.serving.api.Patience;
import dev.emovox.serving.problem.GrpcProblem;
import dev.emovox.serving.problem.ProblemException;
import dev.emovox.serving.problem.ProblemType;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Optional;

/**
 * One call, from its first byte to its answer. Everything here runs on the event loop of its
 * connection but the method's work.
 */
final class GrpcCall {
  private static final String ENCODING = "grpc-encoding";
  private static final String IDENTITY = "identity";

  private final RoutingContext request;
  private final Method method;
  private final CallServices services;
  private final Context loop;
  private final MessageFrame frame;
  private boolean over;
  private boolean counted;
  private int memory;

  GrpcCall(RoutingContext request, Method method, CallServices services) {
    this.request = request;
    this.method = method;
    this.services = services;
    this.loop = request.vertx().getOrCreateContext();
    this.frame = new MessageFrame(method.most(), this::isRoomFor);
  }

  /** Begins to read. */
  void begin() {
    try {
      Optional<Duration> asked = Deadline.of(request.request().getHeader(Deadline.HEADER));
      checkEncoding();
      Patience patience = new Patience(services.limits().answer(), asked, System.nanoTime());
      receive(patience, limitReceiving(asked));
    } catch (ProblemException e) {
      fail(e);
    }
  }

  private void checkEncoding() {
    String encoding = request.request().getHeader(ENCODING);
    if (encoding != null && !encoding.equals(IDENTITY)) {
      throw new ProblemException(
          ProblemType.NOT_IMPLEMENTED, "Compressed messages are not read; send them as they are.");
    }
  }

  /** A client that sends a byte now and then does not keep its stream, and the memory, for ever. */
  private long limitReceiving(Optional<Duration> asked) {
    Duration limit =
        asked
            .filter(time -> time.compareTo(services.limits().receive()) < 0)
            .orElse(services.limits().receive());
    return request
        .vertx()
        .setTimer(
            Math.max(1, limit.toMillis()),
            id ->
                fail(
                    new ProblemException(
                        ProblemType.TOO_SLOW, "The message did not arrive in its time.")));
  }

  private void receive(Patience patience, long timer) {
    request.addEndHandler(
        ended -> {
          over = true;
          request.vertx().cancelTimer(timer);
          services.memory().give(memory);
        });
    request.request().exceptionHandler(gone -> over = true);
    request.request().handler(this::add);
    request
        .request()
        .endHandler(
            complete -> {
              request.vertx().cancelTimer(timer);
              work(patience);
            });
  }

  private boolean isRoomFor(int bytes) {
    if (!services.memory().take(bytes)) {
      return false;
    }
    memory = bytes;
    return true;
  }

  private void add(Buffer chunk) {
    if (over) {
      return;
    }
    try {
      frame.add(chunk);
    } catch (ProblemException e) {
      fail(e);
    }
  }

  private void work(Patience patience) {
    if (over) {
      return;
    }
    Uni.createFrom()
        .deferred(() -> method.work().answer(new Method.Call(frame.message(), patience, request)))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
        .emitOn(task -> loop.runOnContext(unused -> task.run()))
        .subscribe()
        .with(this::answer, this::fail);
  }

  private void answer(byte[] message) {
    count(null);
    if (isOver()) {
      return;
    }
    over = true;
    var unused =
        request
            .response()
            .putHeader(HttpHeaders.CONTENT_TYPE, GrpcProblem.MEDIA_TYPE)
            .putTrailer("grpc-status", "0")
            .end(MessageFrame.framed(message));
  }

  private void fail(Throwable failure) {
    count(failure);
    if (isOver()) {
      return;
    }
    over = true;
    services
        .problems()
        .mapper()
        .retryAfter(failure)
        .ifPresent(
            wait -> request.response().putHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait)));
    request.response().putHeader("grpc-accept-encoding", IDENTITY);
    services.problems().writer().end(request, services.problems().mapper().problem(failure));
  }

  private void count(Throwable failure) {
    if (method.counted() && !counted) {
      counted = true;
      services.problems().meter().ended(failure);
    }
  }

  private boolean isOver() {
    return over || request.response().closed() || request.response().ended();
  }
}
