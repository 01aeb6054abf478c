package dev.emovox.serving.ops;

import dev.emovox.domain.EmovoxException;
import dev.emovox.serving.model.LiveModel;
import dev.emovox.serving.model.LiveModels;
import dev.emovox.serving.model.ModelIdentity;
import dev.emovox.serving.model.ModelRole;
import dev.emovox.serving.model.ModelStatus;
import dev.emovox.serving.model.RegistryState;
import dev.emovox.serving.model.Rejection;
import dev.emovox.serving.model.WatchListener;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.Set;
import org.jboss.logging.Logger;

/** Writes what the watcher does to the log and to the metrics. */
@Singleton
public class ModelReporter implements WatchListener {
  private static final Logger LOG = Logger.getLogger(ModelReporter.class);

  private static final Set<RegistryState> CALM =
      EnumSet.of(RegistryState.IN_STEP, RegistryState.NO_CHALLENGER);

  private final MultiGauge info;
  private final LiveModels models;
  private final MeterRegistry registry;

  public ModelReporter(MeterRegistry registry, LiveModels models) {
    this.registry = registry;
    this.models = models;
    info =
        MultiGauge.builder("emovox.model.info")
            .description("1 for each model that answers; its labels say which it is")
            .register(registry);
    // There from the start, so that the first one is a change that can be seen.
    for (ModelRole role : ModelRole.values()) {
      swaps(role);
      rejections(role);
    }
  }

  private Counter swaps(ModelRole role) {
    return Counter.builder("emovox.model.swaps")
        .description("Times that a model went live, the first one included")
        .tag("role", role.word())
        .register(registry);
  }

  private Counter rejections(ModelRole role) {
    return Counter.builder("emovox.model.rejections")
        .description("Attempts to load a version that ended in its refusal")
        .tag("role", role.word())
        .register(registry);
  }

  @Override
  public void swapped(LiveModel live) {
    swaps(live.role()).increment();
    tell();
  }

  private void tell() {
    info.register(
        models.current().<MultiGauge.Row<?>>map(live -> MultiGauge.Row.of(tags(live), 1)).toList(),
        true);
  }

  @Override
  public void rejected(ModelRole role, Rejection rejection, Throwable cause) {
    rejections(role).increment();
    if (!(cause instanceof EmovoxException)) {
      LOG.errorf(cause, "Loading %s failed in a way that is a bug", rejection.pointer().describe());
    }
  }

  @Override
  public void changed(ModelRole role, ModelStatus status) {
    tell();
    if (CALM.contains(status.state())) {
      LOG.info(status.message());
    } else {
      LOG.warn(status.message());
    }
  }

  private static Tags tags(LiveModel live) {
    ModelIdentity identity = live.identity();
    return Tags.of(
        "role", live.role().word(),
        "name", identity.name(),
        "version", identity.version(),
        "run", identity.run(),
        "digest", identity.digest().toString());
  }
}
