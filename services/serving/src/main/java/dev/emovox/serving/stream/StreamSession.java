package dev.emovox.serving.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketFrame;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * One client's stream. It reads a frame only when the estimates of the one before are sent, so that
 * a client that sends faster than it is answered, or does not read, is held back by its own
 * connection, and nothing piles up here. Runs on one event loop.
 */
final class StreamSession {
  private static final String END = "end";
  private static final short NORMAL = 1000;
  private static final short UNSUPPORTED = 1003;
  private static final short POLICY = 1008;

  private final ServerWebSocket socket;
  private final SampleWindow window;
  private final Estimator estimator;
  private final ObjectMapper json;
  private final Vertx vertx;
  private final Context context;
  private final StreamLimits limits;
  private Optional<Estimator.Pending> pending = Optional.empty();
  private long idleTimer;

  StreamSession(ServerWebSocket socket, SampleWindow window, StreamKit kit, Vertx vertx) {
    this.socket = socket;
    this.window = window;
    this.estimator = kit.estimator();
    this.json = kit.json();
    this.limits = kit.limits();
    this.vertx = vertx;
    this.context = vertx.getOrCreateContext();
  }

  /** Begins to read. {@code closed} is called once when the connection is gone. */
  void start(Runnable closed) {
    socket.pause();
    long lifeTimer =
        vertx.setTimer(
            limits.longest().toMillis(), timer -> close(POLICY, "the stream is too long"));
    listenForIdleness();
    socket.frameHandler(this::frame);
    socket.closeHandler(
        none -> {
          vertx.cancelTimer(lifeTimer);
          vertx.cancelTimer(idleTimer);
          pending.ifPresent(asked -> asked.question().cancel(false));
          closed.run();
        });
    socket.exceptionHandler(failure -> socket.close());
    socket.fetch(1);
  }

  private void listenForIdleness() {
    vertx.cancelTimer(idleTimer);
    idleTimer =
        vertx.setTimer(limits.idle().toMillis(), timer -> close(POLICY, "nothing came for long"));
  }

  private void frame(WebSocketFrame frame) {
    vertx.cancelTimer(idleTimer);
    if (frame.isBinary() || frame.isContinuation()) {
      work(frame.binaryData(), 0);
    } else if (frame.isText() && frame.textData().equals(END)) {
      window.rest().ifPresentOrElse(rest -> estimate(rest, this::finish), this::finish);
    } else if (frame.isText()) {
      close(UNSUPPORTED, "send samples in binary frames, and 'end' in the end");
    } else {
      next();
    }
  }

  private void finish() {
    close(NORMAL, END);
  }

  /** Takes the samples from a place on, and stops at each hop until its estimate is sent. */
  private void work(Buffer bytes, int from) {
    int position = window.take(bytes, from);
    window
        .due()
        .ifPresentOrElse(stretch -> estimate(stretch, () -> work(bytes, position)), this::next);
  }

  private void next() {
    if (!socket.isClosed()) {
      listenForIdleness();
      socket.fetch(1);
    }
  }

  private void estimate(SampleWindow.Stretch stretch, Runnable then) {
    Estimator.Pending asked = estimator.ask(stretch);
    pending = Optional.of(asked);
    var unused =
        asked.document().thenAccept(document -> context.runOnContext(none -> send(document, then)));
  }

  /** Goes on once the client has room for more. */
  private void send(EstimateDocument document, Runnable then) {
    pending = Optional.empty();
    if (!socket.isClosed()) {
      listenForIdleness(); // of a client that does not read, too
      var unused = socket.writeTextMessage(text(document)).onSuccess(none -> then.run());
    }
  }

  private String text(EstimateDocument document) {
    try {
      return json.writeValueAsString(document);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void close(short code, String reason) {
    if (!socket.isClosed()) {
      var unused = socket.close(code, reason);
    }
  }
}
