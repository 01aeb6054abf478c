package dev.emovox.serving.challenger;

import dev.emovox.serving.model.LiveModel;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Remembers what became of the challenger. */
final class RecordingChallengerListener implements ChallengerListener {
  private final List<Throwable> failures = new CopyOnWriteArrayList<>();
  private final AtomicInteger dropped = new AtomicInteger();

  @Override
  public void failed(LiveModel challenger, Throwable failure) {
    failures.add(failure);
  }

  @Override
  public void compared(Difference difference, Comparison soFar) {}

  @Override
  public void dropped() {
    dropped.incrementAndGet();
  }

  List<Throwable> failures() {
    return failures;
  }

  int droppedClips() {
    return dropped.get();
  }
}
