package dev.emovox.serving.api;

import dev.emovox.serving.model.FakeModelSource;
import dev.emovox.serving.tracing.FakeTraceFiles;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Puts a registry and a store of traces in memory in the place of the real ones. */
public class FakeModels {

  @Produces
  @Singleton
  @Alternative
  @Priority(1)
  FakeTraceFiles traces() {
    return new FakeTraceFiles();
  }

  @Produces
  @Singleton
  @Alternative
  @Priority(1)
  FakeModelSource source() {
    return new FakeModelSource();
  }
}
