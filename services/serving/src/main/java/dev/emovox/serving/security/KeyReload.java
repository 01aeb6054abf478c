package dev.emovox.serving.security;

import dev.emovox.access.WatchedKeys;
import dev.emovox.serving.model.PollingLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Follows the file with the keys while the service runs. */
@Singleton
public class KeyReload {
  private final Keys keys;
  private final SecurityConfig config;
  private Optional<PollingLoop> loop = Optional.empty();

  KeyReload(Keys keys, SecurityConfig config) {
    this.keys = keys;
    this.config = config;
  }

  void start(@Observes StartupEvent event) {
    loop = keys.watched().map(this::follow);
  }

  void stop(@Observes ShutdownEvent event) {
    loop.ifPresent(PollingLoop::close);
  }

  private PollingLoop follow(WatchedKeys watched) {
    return new PollingLoop("key-reload", watched::refresh, config.keysReload());
  }
}
