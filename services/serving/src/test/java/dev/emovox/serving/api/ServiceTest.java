package dev.emovox.serving.api;

import static org.awaitility.Awaitility.await;

import dev.emovox.serving.model.FakeModel;
import dev.emovox.serving.model.FakeModelSource;
import dev.emovox.serving.model.LiveModel;
import dev.emovox.serving.model.ModelHolder;
import dev.emovox.serving.model.ModelWatcher;
import dev.emovox.serving.model.RegistryState;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;

/** What the tests of the interface share: a running service and its registry in memory. */
abstract class ServiceTest {
  private static final AtomicInteger VERSIONS = new AtomicInteger();

  @Inject FakeModelSource registry;
  @Inject ModelHolder models;
  @Inject ModelWatcher watcher;

  @BeforeEach
  void serveAModel() {
    registry.recover();
    serve(FakeModel.happy());
  }

  /** Promotes a new version with this model, waits until it answers, and gives its number. */
  String serve(FakeModel model) {
    String version = newVersion();
    registry.add(version, () -> model);
    registry.promote(version);
    await()
        .until(
            () ->
                models
                    .current()
                    .map(LiveModel::identity)
                    .filter(i -> i.version().equals(version))
                    .isPresent());
    return version;
  }

  /** Takes the model and the alias away. */
  void serveNothing() {
    registry.demote();
    await().until(() -> watcher.status().state() == RegistryState.NO_CHAMPION);
    models.close();
  }

  static String newVersion() {
    return "" + VERSIONS.incrementAndGet();
  }
}
