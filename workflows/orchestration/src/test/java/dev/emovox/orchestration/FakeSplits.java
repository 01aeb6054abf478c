package dev.emovox.orchestration;

import dev.emovox.contracts.SplitActivities;
import dev.emovox.contracts.SplitOutcome;
import dev.emovox.contracts.SplitRequest;
import dev.emovox.domain.SplitPart;
import java.util.Map;

/** Splits without looking. */
final class FakeSplits implements SplitActivities {
  @Override
  public SplitOutcome split(SplitRequest request) {
    return new SplitOutcome(
        FakeArtifacts.made(request, "split"),
        Map.of(SplitPart.TRAIN, 25, SplitPart.VALIDATION, 5, SplitPart.TEST, 5));
  }
}
