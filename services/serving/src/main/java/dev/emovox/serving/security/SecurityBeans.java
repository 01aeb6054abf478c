package dev.emovox.serving.security;

import dev.emovox.access.KeyFile;
import dev.emovox.access.WatchedKeys;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jboss.logging.Logger;

/** Puts the parts together. */
class SecurityBeans {
  private static final Logger LOG = Logger.getLogger(SecurityBeans.class);

  @Produces
  @Singleton
  Keys keys(SecurityConfig config) {
    return new Keys(
        config.keysFile().map(file -> new WatchedKeys(new KeyFile(file), LOG::warn)),
        Clock.systemUTC());
  }
}
