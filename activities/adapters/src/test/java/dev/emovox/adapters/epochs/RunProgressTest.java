package dev.emovox.adapters.epochs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emovox.contracts.StageProgress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RunProgressTest {
  private final List<StageProgress> told = Collections.synchronizedList(new ArrayList<>());
  private final AtomicLong now = new AtomicLong(12_345);

  @Test
  void isToldAtOnceAndThenSeldom() {
    try (RunProgress run = progress(1000)) {
      run.at(300);
      run.at(310);
      for (int clips = 320; clips <= 1000; clips += 10) {
        now.addAndGet(TimeUnit.MILLISECONDS.toNanos(500));
        run.at(clips);
      }
    }

    assertThat(told).extracting(StageProgress::done).startsWith(300L, 350L, 400L);
    assertThat(told).hasSizeLessThanOrEqualTo(20);
  }

  @Test
  void notMoreOftenThanEveryTwoSeconds() {
    try (RunProgress run = progress(10)) {
      for (int clips = 0; clips <= 10; clips++) {
        run.at(clips);
        now.addAndGet(TimeUnit.MILLISECONDS.toNanos(700));
      }
    }

    assertThat(told).extracting(StageProgress::done).containsExactly(0L, 3L, 6L, 9L);
  }

  private RunProgress progress(long total) {
    return new RunProgress(
        clips -> new StageProgress("train", 1, clips, 0), total, told::add, now::get);
  }
}
