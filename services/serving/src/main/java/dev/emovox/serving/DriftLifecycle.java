package dev.emovox.serving;

import dev.emovox.serving.drift.DriftWatcher;
import dev.emovox.serving.model.PollingLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Starts to watch for drift when the service starts, and stops when it stops. */
@Singleton
public class DriftLifecycle {
  private final DriftWatcher watcher;
  private Optional<PollingLoop> loop = Optional.empty();

  public DriftLifecycle(DriftWatcher watcher) {
    this.watcher = watcher;
  }

  void start(@Observes StartupEvent event) {
    if (watcher.settings().enabled()) {
      loop = Optional.of(new PollingLoop("drift", watcher::look, watcher.settings().interval()));
    }
  }

  void stop(@Observes ShutdownEvent event) {
    loop.ifPresent(PollingLoop::close);
  }
}
