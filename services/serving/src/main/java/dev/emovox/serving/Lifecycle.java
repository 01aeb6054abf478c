package dev.emovox.serving;

import dev.emovox.serving.challenger.Challenger;
import dev.emovox.serving.model.LiveModels;
import dev.emovox.serving.model.ModelWatcher;
import dev.emovox.serving.model.PollingLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Starts to follow the registry when the service starts, and stops when it stops. */
@Singleton
public class Lifecycle {
  private final ModelWatcher champion;
  private final Challenger challenger;
  private final LiveModels models;
  private final ServingConfig config;
  private PollingLoop loop;

  public Lifecycle(
      ModelWatcher champion, Challenger challenger, LiveModels models, ServingConfig config) {
    this.champion = champion;
    this.challenger = challenger;
    this.models = models;
    this.config = config;
  }

  void start(@Observes StartupEvent event) {
    loop = new PollingLoop("model-watcher", this::poll, config.pollInterval());
  }

  /**
   * A challenger that becomes the champion is let go before it is loaded again, so that there are
   * never three; and none is loaded before there is a champion to answer.
   */
  private void poll() {
    if (models.champion().current().isPresent()) {
      challenger.poll();
    }
    champion.poll();
  }

  void stop(@Observes ShutdownEvent event) {
    loop.close();
  }
}
