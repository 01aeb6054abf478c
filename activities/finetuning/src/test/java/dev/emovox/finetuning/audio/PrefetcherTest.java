package dev.emovox.finetuning.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class PrefetcherTest {
  private static final List<Integer> ITEMS = List.of(1, 2, 3, 4, 5, 6);

  @Test
  void itemsComeInTheirOrder() throws InterruptedException {
    try (Prefetcher<Integer, Integer> squares = new Prefetcher<>(ITEMS, i -> i * i, 2)) {
      for (int i : ITEMS) {
        assertThat(squares.hasNext()).isTrue();
        assertThat(squares.next()).isEqualTo(i * i);
      }
      assertThat(squares.hasNext()).isFalse();
    }
  }

  @Test
  void noMoreIsReadyThanAllowed() throws InterruptedException {
    AtomicInteger begun = new AtomicInteger();
    CountDownLatch two = new CountDownLatch(2);
    try (Prefetcher<Integer, Integer> counted =
        new Prefetcher<>(
            ITEMS,
            i -> {
              two.countDown();
              return begun.incrementAndGet();
            },
            2)) {
      assertThat(two.await(10, TimeUnit.SECONDS)).isTrue();
      assertThat(begun.get()).isLessThanOrEqualTo(2);
      counted.next();
      assertThat(begun.get()).isLessThanOrEqualTo(3);
    }
    assertThat(begun.get()).isLessThanOrEqualTo(3);
  }

  @Test
  void aFailureIsThrownInItsPlace() throws InterruptedException {
    IllegalStateException failure = new IllegalStateException("third");
    try (Prefetcher<Integer, Integer> failing =
        new Prefetcher<>(
            ITEMS,
            i -> {
              if (i == 3) {
                throw failure;
              }
              return i;
            },
            4)) {
      assertThat(failing.next()).isEqualTo(1);
      assertThat(failing.next()).isEqualTo(2);
      assertThatThrownBy(failing::next).isSameAs(failure);
    }
  }

  @Test
  void closingEndsTheThread() throws InterruptedException {
    AtomicReference<Thread> worker = new AtomicReference<>();
    CountDownLatch begun = new CountDownLatch(1);
    Prefetcher<Integer, Integer> blocked =
        new Prefetcher<>(
            ITEMS,
            i -> {
              worker.set(Thread.currentThread());
              begun.countDown();
              try {
                new CountDownLatch(1).await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              return i;
            },
            2);
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    blocked.close();
    worker.get().join(10_000);
    assertThat(worker.get().isAlive()).isFalse();
  }

  @Test
  void aWaitingThreadCanBeInterrupted() {
    CountDownLatch never = new CountDownLatch(1);
    try (Prefetcher<Integer, Integer> blocked =
        new Prefetcher<>(
            ITEMS,
            i -> {
              try {
                never.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              return i;
            },
            1)) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(blocked::next).isInstanceOf(InterruptedException.class);
    }
  }
}
