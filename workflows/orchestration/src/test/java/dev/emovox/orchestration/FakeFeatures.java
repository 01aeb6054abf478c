package dev.emovox.orchestration;

import dev.emovox.contracts.FeatureActivities;
import dev.emovox.contracts.FeatureMergeRequest;
import dev.emovox.contracts.FeatureRange;
import dev.emovox.contracts.StageResult;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Remembers which ranges were asked for and how many at once. */
final class FakeFeatures implements FeatureActivities {
  final List<FeatureRange> extracted = new CopyOnWriteArrayList<>();
  final List<FeatureMergeRequest> merges = new CopyOnWriteArrayList<>();
  final AtomicInteger attempts = new AtomicInteger();
  volatile boolean tableExists;
  volatile AttemptBehaviour behaviour = attempt -> {};

  @Override
  public Optional<StageResult> findTable(FeatureRange range) {
    return tableExists ? Optional.of(FakeArtifacts.found(range, "features")) : Optional.empty();
  }

  @Override
  public StageResult extract(FeatureRange range) {
    behaviour.on(attempts.incrementAndGet());
    extracted.add(range);
    return FakeArtifacts.made(range, "features");
  }

  @Override
  public StageResult merge(FeatureMergeRequest request) {
    merges.add(request);
    return FakeArtifacts.made(request.range(), "features");
  }
}
