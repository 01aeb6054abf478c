package dev.emovox.serving.grpc;

import dev.emovox.serving.api.Patience;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/**
 * A method that clients call.
 *
 * @param path of its requests
 * @param most bytes of a message
 * @param counted whether its calls count as requests for predictions
 * @param work answers a message
 */
record Method(String path, int most, boolean counted, Work work) {

  /** Answers calls, on a thread that may be kept busy. */
  @FunctionalInterface
  interface Work {

    /** The message of the answer; fails with what is a problem, or throws it. */
    Uni<byte[]> answer(Call call);
  }

  /**
   * A call that was read.
   *
   * @param message what was sent
   * @param patience how long its client waits
   * @param request the request of HTTP
   */
  @SuppressWarnings("ArrayRecordComponent") // bulk bytes; never compared
  record Call(byte[] message, Patience patience, RoutingContext request) {}
}
