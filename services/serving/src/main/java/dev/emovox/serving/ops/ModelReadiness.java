package dev.emovox.serving.ops;

import dev.emovox.serving.model.LiveModel;
import dev.emovox.serving.model.ModelHolder;
import dev.emovox.serving.model.ModelStatus;
import dev.emovox.serving.model.ModelWatcher;
import dev.emovox.serving.model.Rejection;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready while a model answers, whatever the registry does meanwhile; not ready before, with the
 * reason in the data.
 */
@Readiness
@Singleton
public class ModelReadiness implements HealthCheck {
  private final ModelHolder models;
  private final ModelWatcher watcher;

  public ModelReadiness(ModelHolder models, ModelWatcher watcher) {
    this.models = models;
    this.watcher = watcher;
  }

  @Override
  public HealthCheckResponse call() {
    ModelStatus status = watcher.status();
    HealthCheckResponseBuilder response =
        HealthCheckResponse.named("model")
            .status(models.current().isPresent())
            .withData("registry", status.state().name().toLowerCase(Locale.ROOT))
            .withData("message", status.message());
    models.current().ifPresent(live -> describe(response, live));
    status.rejection().ifPresent(rejection -> describe(response, rejection));
    return response.build();
  }

  private static void describe(HealthCheckResponseBuilder response, LiveModel live) {
    response
        .withData("version", live.identity().version())
        .withData("digest", live.identity().digest().toString())
        .withData("since", live.since().toString());
  }

  private static void describe(HealthCheckResponseBuilder response, Rejection rejection) {
    response
        .withData("rejected_version", rejection.pointer().version())
        .withData("rejected_reason", rejection.reason());
  }
}
