package dev.emovox.adapters.epochs;

import dev.emovox.adapters.network.StepMetrics;
import dev.emovox.adapters.network.StepRow;
import dev.emovox.contracts.TrackedRun;
import java.util.ArrayList;
import java.util.List;

/** Remembers the steps that are shown, and does something when so many were. */
final class CountedSteps implements StepMetrics, StepMetrics.Stream {
  private final int last;
  private final List<StepRow> steps = new ArrayList<>();
  private Runnable atLast = () -> {};

  CountedSteps(int last) {
    this.last = last;
  }

  void atLast(Runnable action) {
    atLast = action;
  }

  List<StepRow> steps() {
    return steps;
  }

  @Override
  public StepMetrics.Stream open(TrackedRun stage) {
    return this;
  }

  @Override
  public void add(StepRow step, double clipsPerSecond) {
    steps.add(step);
    if (steps.size() == last) {
      atLast.run();
    }
  }

  @Override
  public void close() {
    // nothing is sent
  }
}
