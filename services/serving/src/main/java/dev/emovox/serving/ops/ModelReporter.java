package dev.emovox.serving.ops;

import dev.emovox.domain.EmovoxException;
import dev.emovox.serving.model.LiveModel;
import dev.emovox.serving.model.ModelIdentity;
import dev.emovox.serving.model.ModelStatus;
import dev.emovox.serving.model.RegistryState;
import dev.emovox.serving.model.Rejection;
import dev.emovox.serving.model.WatchListener;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;

/** Writes what the watcher does to the log and to the metrics. */
@Singleton
public class ModelReporter implements WatchListener {
  private static final Logger LOG = Logger.getLogger(ModelReporter.class);

  private final MultiGauge info;
  private final Counter swaps;
  private final Counter rejections;

  public ModelReporter(MeterRegistry registry) {
    info =
        MultiGauge.builder("emovox.model.info")
            .description("1 for the model that answers; its labels say which it is")
            .register(registry);
    swaps =
        Counter.builder("emovox.model.swaps")
            .description("Times that a model went live, the first one included")
            .register(registry);
    rejections =
        Counter.builder("emovox.model.rejections")
            .description("Attempts to load a version that ended in its refusal")
            .register(registry);
  }

  @Override
  public void swapped(LiveModel live) {
    swaps.increment();
    info.register(List.of(MultiGauge.Row.of(tags(live.identity()), 1)), true);
  }

  @Override
  public void rejected(Rejection rejection, Throwable cause) {
    rejections.increment();
    if (!(cause instanceof EmovoxException)) {
      LOG.errorf(cause, "Loading %s failed in a way that is a bug", rejection.pointer().describe());
    }
  }

  @Override
  public void changed(ModelStatus status) {
    if (status.state() == RegistryState.IN_STEP) {
      LOG.info(status.message());
    } else {
      LOG.warn(status.message());
    }
  }

  private static Tags tags(ModelIdentity identity) {
    return Tags.of(
        "name", identity.name(),
        "version", identity.version(),
        "run", identity.run(),
        "digest", identity.digest().toString());
  }
}
