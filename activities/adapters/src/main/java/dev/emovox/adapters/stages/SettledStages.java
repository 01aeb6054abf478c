package dev.emovox.adapters.stages;

import dev.emovox.adapters.StageMemory;
import dev.emovox.adapters.Stores;
import dev.emovox.artifacts.CachedOutput;
import dev.emovox.artifacts.StepKey;
import dev.emovox.contracts.EpochOutcome;
import dev.emovox.contracts.EpochRequest;
import dev.emovox.contracts.NamedArtifact;
import dev.emovox.contracts.SettledStage;
import dev.emovox.contracts.TrainedStage;
import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.Digest;
import dev.emovox.domain.LabelSet;
import dev.emovox.domain.TrainingStage;
import dev.emovox.settings.SnakeCaseJson;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers stages that ended, and deletes the checkpoints that they have no more use for.
 *
 * <p>Equal epochs of several runs share their artefacts. So a record is written before anything is
 * deleted, it names everything that its stage keeps, and nothing that any record names is deleted.
 * What another run still trains with, and has not recorded yet, can be lost: that run finds it gone
 * and trains it again, to the same bytes.
 */
final class SettledStages {
  private static final Logger LOG = LoggerFactory.getLogger(SettledStages.class);
  private static final String STAGE = "settled-stage";
  private static final int CODE_VERSION = 1;
  private static final Set<String> CHECKPOINT = Set.of("weights", "optimiser");

  private final Stores stores;
  private final SnakeCaseJson json = new SnakeCaseJson();

  SettledStages(Stores stores) {
    this.stores = stores;
  }

  /** All that a stage's outcome depends on: who trains it, and who is told, has no part in it. */
  private record Settings(
      TrainingStage stage,
      int stageIndex,
      LabelSet labels,
      double longestSeconds,
      boolean withOptimiser,
      long seed) {}

  private static StepKey key(EpochRequest first) {
    List<Digest> inputs = new ArrayList<>();
    inputs.add(first.checkpoint().digest());
    inputs.add(first.clips().digest());
    if (first.before() != null) {
      inputs.add(first.before().digest());
    }
    Settings settings =
        new Settings(
            first.stage(),
            first.stageIndex(),
            first.labels(),
            first.longestSeconds(),
            first.before() != null && first.withOptimiser(),
            first.seed());
    return StepKey.of(STAGE, CODE_VERSION, settings, inputs);
  }

  /** The stage, if all that it kept is whole to the byte. */
  Optional<TrainedStage> find(EpochRequest first) {
    return stores
        .memory()
        .find(key(first), Void.class)
        .map(found -> stores.artifacts().read(found.stage().output("stage")))
        .map(content -> json.read(content, TrainedStage.class));
  }

  /** Remembers a stage, then deletes what it discards and no record keeps. */
  void settle(SettledStage stage) {
    Set<ArtifactRef> discarded = discarded(stage);
    List<CachedOutput> kept = new ArrayList<>();
    kept.add(stores.tables().document("stage", stage.trained()));
    for (EpochOutcome epoch : stage.trained().epochs()) {
      epoch.stage().outputs().stream()
          .filter(output -> !discarded.contains(output.artifact()))
          .forEach(output -> kept.add(named(epoch, output)));
    }
    stores.memory().remember(key(stage.first()), new StageMemory.Made<Void>(kept, null));
    delete(stage, discarded);
  }

  private static CachedOutput named(EpochOutcome epoch, NamedArtifact output) {
    return new CachedOutput(
        "epoch-%d/%s".formatted(epoch.epoch(), output.name()), output.artifact());
  }

  /** Whatever is asked for, nothing but checkpoints of this stage's epochs is ever deleted. */
  private static Set<ArtifactRef> discarded(SettledStage stage) {
    Set<ArtifactRef> foreign = new HashSet<>(stage.discarded());
    for (EpochOutcome epoch : stage.trained().epochs()) {
      epoch.stage().outputs().stream()
          .filter(output -> CHECKPOINT.contains(output.name()))
          .forEach(output -> foreign.remove(output.artifact()));
    }
    if (!foreign.isEmpty()) {
      throw new IllegalArgumentException("to be deleted, but no checkpoint of a stage: " + foreign);
    }
    return Set.copyOf(stage.discarded());
  }

  private void delete(SettledStage stage, Set<ArtifactRef> discarded) {
    if (discarded.isEmpty()) {
      return;
    }
    Set<String> keptBySomeone = stores.memory().namedBy(STAGE);
    int deleted = 0;
    for (ArtifactRef artifact : discarded) {
      if (!keptBySomeone.contains(artifact.uri())) {
        stores.artifacts().remove(artifact);
        deleted++;
      }
    }
    LOG.info(
        "Stage {} of {} is settled: {} of {} checkpoints deleted, the others are kept by someone",
        stage.trained().name(),
        stage.first().modelName(),
        deleted,
        discarded.size());
  }
}
