package dev.emovox.orchestration;

import dev.emovox.contracts.FeatureMapActivities;
import dev.emovox.contracts.FeatureMapRequest;
import dev.emovox.contracts.StageResult;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers which tables were to be drawn. */
final class FakeMaps implements FeatureMapActivities {
  final List<FeatureMapRequest> drawn = new CopyOnWriteArrayList<>();
  volatile AttemptBehaviour behaviour = attempt -> {};

  @Override
  public StageResult drawMaps(FeatureMapRequest request) {
    drawn.add(request);
    behaviour.on(drawn.size());
    return FakeArtifacts.made(request, "pca-emotion", "maps");
  }
}
