package dev.emovox.serving.api;

import dev.emovox.serving.model.FakeModelSource;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Puts a registry in memory in the place of the real one. */
public class FakeModels {

  @Produces
  @Singleton
  @Alternative
  @Priority(1)
  FakeModelSource source() {
    return new FakeModelSource();
  }
}
