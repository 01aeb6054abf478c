package dev.emovox.serving;

import dev.emovox.serving.model.ModelWatcher;
import dev.emovox.serving.model.PollingLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Starts to follow the registry when the service starts, and stops when it stops. */
@Singleton
public class Lifecycle {
  private final ModelWatcher watcher;
  private final ServingConfig config;
  private PollingLoop loop;

  public Lifecycle(ModelWatcher watcher, ServingConfig config) {
    this.watcher = watcher;
    this.config = config;
  }

  void start(@Observes StartupEvent event) {
    loop = new PollingLoop("model-watcher", watcher::poll, config.pollInterval());
  }

  void stop(@Observes ShutdownEvent event) {
    loop.close();
  }
}
