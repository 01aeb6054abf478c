package dev.emovox.adapters.curves;

import dev.emovox.adapters.network.StepMetrics;
import dev.emovox.adapters.network.StepRow;
import dev.emovox.domain.EmovoxException;
import dev.emovox.domain.ServerUnavailableException;
import dev.emovox.tracking.MetricSeries;
import dev.emovox.tracking.RunMetric;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Steps on their way to the tracking server: a thread of their own sends them in batches. Whatever
 * goes wrong there is logged and hurts nobody; the record of the epoch adds what is missing.
 */
final class MetricStream implements StepMetrics.Stream {
  private static final Logger LOG = LoggerFactory.getLogger(MetricStream.class);

  private final MetricSeries series;
  private final Clock clock;
  private final StreamLimits limits;
  private final BlockingQueue<RunMetric> waiting;
  private final AtomicLong dropped = new AtomicLong();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread = new Thread(this::send, "step-metrics");

  MetricStream(MetricSeries series, Clock clock, StreamLimits limits) {
    this.series = series;
    this.clock = clock;
    this.limits = limits;
    this.waiting = new LinkedBlockingQueue<>(limits.points());
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void add(StepRow step, double clipsPerSecond) {
    for (RunMetric point : CurvePoints.ofLiveStep(step, clipsPerSecond, clock.instant())) {
      if (!waiting.offer(point)) {
        dropped.incrementAndGet();
      }
    }
  }

  private void send() {
    List<RunMetric> batch = new ArrayList<>();
    try {
      boolean last;
      do {
        last = closing.await(limits.pause().toMillis(), TimeUnit.MILLISECONDS);
        waiting.drainTo(batch);
        send(batch);
        batch.clear();
      } while (!last);
    } catch (InterruptedException | CancellationException e) {
      // Closing has waited long enough.
    } catch (EmovoxException e) {
      LOG.warn("Steps are no longer shown live: {}", e.getMessage());
    } finally {
      dropped.addAndGet(batch.size());
    }
  }

  /** Returns once the batch is sent; when the stream closes there is one last try. */
  private void send(List<RunMetric> batch) throws InterruptedException {
    Duration pause = limits.shortestRetry();
    boolean last = false;
    while (true) {
      try {
        series.add(batch);
        return;
      } catch (ServerUnavailableException e) {
        if (last) {
          throw e;
        }
        if (pause.equals(limits.shortestRetry())) {
          LOG.warn("Steps are not shown live for now: {}", e.getMessage());
        }
        last = closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        pause = longer(pause);
      }
    }
  }

  private Duration longer(Duration pause) {
    Duration twice = pause.multipliedBy(2);
    return twice.compareTo(limits.longestRetry()) < 0 ? twice : limits.longestRetry();
  }

  /** What is still waiting is left to the record of the epoch. */
  @Override
  public void close() {
    closing.countDown();
    try {
      thread.join(limits.closing().toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    thread.interrupt();
    long lost = dropped.get() + waiting.size();
    if (lost > 0) {
      LOG.info("{} points of steps are left to the record of their epoch", lost);
    }
  }
}
