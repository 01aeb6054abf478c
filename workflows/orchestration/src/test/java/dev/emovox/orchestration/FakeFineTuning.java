package dev.emovox.orchestration;

import dev.emovox.contracts.EpochRequest;
import dev.emovox.contracts.FineTuningActivities;
import dev.emovox.contracts.FineTuningRequest;
import dev.emovox.contracts.NetworkPackageRequest;
import dev.emovox.contracts.PreparedTraining;
import dev.emovox.contracts.SettledStage;
import dev.emovox.contracts.StageResult;
import dev.emovox.contracts.TrainedStage;
import dev.emovox.domain.SplitPart;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Prepares and packs without looking; finds the stages that it is told to find. */
final class FakeFineTuning implements FineTuningActivities {
  static final int TRAINING_CLIPS = 25;

  final List<SettledStage> settled = new CopyOnWriteArrayList<>();
  final List<NetworkPackageRequest> packed = new CopyOnWriteArrayList<>();
  final Map<String, TrainedStage> foundByStage = new ConcurrentHashMap<>();
  private final Journal journal;

  FakeFineTuning(Journal journal) {
    this.journal = journal;
  }

  @Override
  public PreparedTraining prepare(FineTuningRequest request) {
    journal.note("prepare");
    return new PreparedTraining(
        FakeArtifacts.made(request.split(), "training-clips"),
        FakeArtifacts.ref("checkpoint"),
        "wav2vec2",
        1000,
        Map.of(SplitPart.TRAIN, TRAINING_CLIPS, SplitPart.VALIDATION, 5, SplitPart.TEST, 5));
  }

  @Override
  public Optional<TrainedStage> findStage(EpochRequest first) {
    journal.note("find " + first.stage().name());
    return Optional.ofNullable(foundByStage.get(first.stage().name()));
  }

  @Override
  public void settleStage(SettledStage stage) {
    journal.note("settle " + stage.trained().name());
    settled.add(stage);
  }

  @Override
  public StageResult packNetwork(NetworkPackageRequest request) {
    journal.note("pack");
    packed.add(request);
    return FakeArtifacts.made(request.weights(), "package");
  }
}
