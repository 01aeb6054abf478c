package dev.emovox.orchestration;

import dev.emovox.contracts.AugmentationActivities;
import dev.emovox.contracts.AugmentationMergeRequest;
import dev.emovox.contracts.AugmentationOutcome;
import dev.emovox.contracts.AugmentationRange;
import dev.emovox.contracts.StageResult;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Copies every other clip of a range; some can't be made. */
final class FakeAugmentation implements AugmentationActivities {
  final List<AugmentationRange> augmented = new CopyOnWriteArrayList<>();
  final List<AugmentationMergeRequest> merges = new CopyOnWriteArrayList<>();
  volatile boolean setExists;
  volatile boolean nothingCanBeMade;

  @Override
  public Optional<AugmentationOutcome> findSet(AugmentationRange range) {
    return setExists
        ? Optional.of(outcome(FakeArtifacts.found(range, AugmentationOutcome.SET), range))
        : Optional.empty();
  }

  @Override
  public AugmentationOutcome augment(AugmentationRange range) {
    augmented.add(range);
    return outcome(FakeArtifacts.made(range, AugmentationOutcome.SET), range);
  }

  @Override
  public AugmentationOutcome mergeSets(AugmentationMergeRequest request) {
    merges.add(request);
    return outcome(FakeArtifacts.made(request.range(), AugmentationOutcome.SET), request.range());
  }

  private AugmentationOutcome outcome(StageResult stage, AugmentationRange range) {
    int copies = copies(range);
    return nothingCanBeMade
        ? new AugmentationOutcome(stage, 0, copies)
        : new AugmentationOutcome(stage, copies, 0);
  }

  static int copies(AugmentationRange range) {
    return range.augmentation().copies() * (range.endRow() - range.firstRow()) / 2;
  }
}
