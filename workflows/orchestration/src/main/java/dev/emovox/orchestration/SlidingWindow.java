package dev.emovox.orchestration;

import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Starts asynchronous work with a bound on how much is under way at once. As soon as any piece
 * ends, the next begins.
 *
 * @param width most pieces under way, at least one
 */
record SlidingWindow(int width) {

  /**
   * The results in the order of {@code work}; the first failure that is seen is thrown as it is.
   */
  <T> List<T> run(List<Supplier<Promise<T>>> work) {
    List<Promise<T>> started = new ArrayList<>();
    List<Promise<T>> underWay = new ArrayList<>();
    for (Supplier<Promise<T>> piece : work) {
      makeRoom(underWay);
      Promise<T> promise = piece.get();
      started.add(promise);
      underWay.add(promise);
    }
    return started.stream().map(Promise::get).toList();
  }

  private <T> void makeRoom(List<Promise<T>> underWay) {
    if (underWay.size() < width) {
      return;
    }
    Workflow.await(() -> underWay.stream().anyMatch(Promise::isCompleted));
    underWay.stream().filter(Promise::isCompleted).forEach(Promise::get);
    underWay.removeIf(Promise::isCompleted);
  }
}
