package dev.emovox.serving.ops;

import dev.emovox.domain.EmovoxException;
import dev.emovox.serving.tracing.TraceListener;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Writes what becomes of traces to the metrics, and to the log when that changes. */
@Singleton
public class TraceReporter implements TraceListener {
  private static final Logger LOG = Logger.getLogger(TraceReporter.class);

  private final Counter written;
  private final Counter lost;
  private final AtomicBoolean failing = new AtomicBoolean();

  public TraceReporter(MeterRegistry registry) {
    written =
        Counter.builder("emovox.traces.written")
            .description("Predictions whose rows are stored")
            .register(registry);
    lost =
        Counter.builder("emovox.traces.lost")
            .description("Predictions whose rows are lost, since the store took none for too long")
            .register(registry);
  }

  @Override
  public void written(int rows) {
    written.increment(rows);
    if (failing.getAndSet(false)) {
      LOG.info("Traces of predictions are stored again.");
    }
  }

  @Override
  public void lost(int rows) {
    lost.increment(rows);
  }

  @Override
  public void failed(RuntimeException failure) {
    if (failing.getAndSet(true)) {
      return;
    }
    if (failure instanceof EmovoxException) {
      LOG.warnf("Traces of predictions wait, since they can't be stored: %s", failure.getMessage());
    } else {
      LOG.error("Storing traces of predictions failed in a way that is a bug", failure);
    }
  }
}
