package dev.emovox.serving.security;

import dev.emovox.serving.security.exposure.Exposure;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Checks the address that the framework was given in the end, which need not come from a variable.
 */
@Singleton
public class ExposureGuard {
  private final Exposure exposure;

  ExposureGuard(
      @ConfigProperty(name = "quarkus.http.host") String host, Keys keys, SecurityConfig config) {
    this.exposure = new Exposure(host, keys.required(), config.open());
  }

  void start(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
    exposure.check();
  }
}
