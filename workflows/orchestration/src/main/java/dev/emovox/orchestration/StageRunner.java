package dev.emovox.orchestration;

import dev.emovox.contracts.RunState;
import dev.emovox.contracts.StageResult;
import dev.emovox.contracts.StageStatus;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.Workflow;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Runs the work of a stage and tells an observer when it begins and how it ends.
 *
 * @param observer told of every change
 */
record StageRunner(Consumer<StageStatus> observer) {

  /** A stage that can't say how far it is. */
  <T> T run(String name, Supplier<T> work, Function<T, StageResult> result) {
    return run(begun(name, 0, ""), work, result);
  }

  /** A stage of {@code total} units. */
  <T> T run(StageStatus stage, Supplier<T> work, Function<T, StageResult> result) {
    return runUntil(
        stage,
        work,
        (begun, outcome) -> StageTransitions.done(begun, result.apply(outcome), now()));
  }

  /** A stage whose end depends on more than its result; {@code end} has the last word. */
  <T> T runUntil(StageStatus stage, Supplier<T> work, BiFunction<StageStatus, T, StageStatus> end) {
    observer.accept(stage);
    try {
      T outcome = work.get();
      observer.accept(end.apply(stage, outcome));
      return outcome;
    } catch (TemporalFailure failure) {
      if (!Failures.isCancellation(failure)) {
        observer.accept(stage.stopped(RunState.FAILED, now()));
      }
      throw failure;
    }
  }

  /** A stage that begins now. */
  static StageStatus begun(String name, long total, String unit) {
    return StageTransitions.begun(name, total, unit, now());
  }

  private static long now() {
    return Workflow.currentTimeMillis();
  }
}
