package dev.emovox.adapters.epochs;

import dev.emovox.adapters.CheckpointGoneException;
import dev.emovox.adapters.network.NetworkArtifacts;
import dev.emovox.adapters.network.ScratchFolder;
import dev.emovox.artifacts.ArtifactKind;
import dev.emovox.artifacts.ArtifactStore;
import dev.emovox.artifacts.StepKey;
import dev.emovox.contracts.EpochRequest;
import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.Digest;
import dev.emovox.domain.SplitPart;
import dev.emovox.domain.TrainingStage;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.finetuning.plan.ClassWeighting;
import dev.emovox.records.rows.EpochRecord;
import dev.emovox.settings.SnakeCaseJson;
import dev.emovox.wav2vec2.SpeechTraining;
import dev.emovox.wav2vec2.TrainingSetup;
import dev.emovox.wav2vec2.checkpoint.Checkpoint;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a network to where an epoch begins or goes on: to the newest checkpoint inside the epoch,
 * else to the end of the epoch before, else to the checkpoint that training starts from.
 */
final class EpochLoading {
  private static final Logger LOG = LoggerFactory.getLogger(EpochLoading.class);

  private final TrainingTools tools;
  private final KeptNetwork kept;
  private final ScratchFolder scratch;
  private final Pulse pulse;

  EpochLoading(TrainingTools tools, KeptNetwork kept, ScratchFolder scratch, Pulse pulse) {
    this.tools = tools;
    this.kept = kept;
    this.scratch = scratch;
    this.pulse = pulse;
  }

  /**
   * A network that is ready.
   *
   * @param network belongs to whoever asked
   * @param identity which it is
   * @param from where it is in the epoch
   */
  record Loaded(SpeechTraining network, KeptNetwork.Identity identity, MidEpoch from) {}

  /**
   * Loads the network.
   *
   * @param work key of the epoch
   * @throws CheckpointGoneException if the epoch that it goes on from was discarded
   */
  Loaded load(EpochRequest request, StepKey work, TrainingClips clips) {
    KeptNetwork.Identity identity = identity(request, clips);
    Path folder = scratch.newFolder("resumed-");
    pulse.allow(Pulse.OPERATION);
    OptionalLong step =
        tools
            .checkpoints()
            .fetchNewest(work, folder, (file, done, total) -> pulse.allow(Pulse.OPERATION));
    if (step.isEmpty()) {
      return new Loaded(atBeginning(request, identity), identity, MidEpoch.START);
    }
    LOG.info("{} goes on after step {}", work, step.getAsLong());
    kept.close();
    SpeechTraining network = start(request, identity);
    return guarded(
        network,
        () -> {
          TrainingState.in(folder).restore(network);
          return new Loaded(network, identity, CheckpointSaver.progress(folder));
        });
  }

  private static KeptNetwork.Identity identity(EpochRequest request, TrainingClips clips) {
    TrainingStage stage = request.stage();
    TrainingSetup setup =
        TrainingSetup.of(
            stage,
            ClassWeighting.of(
                stage.loss().classWeights(), clips.part(SplitPart.TRAIN), request.labels().size()));
    return new KeptNetwork.Identity(
        request.checkpoint().digest(), request.labels(), request.seed(), setup);
  }

  private SpeechTraining atBeginning(EpochRequest request, KeptNetwork.Identity identity) {
    if (request.before() == null) {
      kept.close();
      return start(request, identity);
    }
    EpochRecord before = record(request.before());
    if (!request.withOptimiser()) {
      kept.close();
      return restored(request, identity, before);
    }
    return kept.take(identity, new KeptNetwork.State(before.weights(), before.optimiser()))
        .orElseGet(() -> restored(request, identity, before));
  }

  private SpeechTraining start(EpochRequest request, KeptNetwork.Identity identity) {
    try (Checkpoint checkpoint = tools.open(request.checkpoint(), pulse)) {
      return SpeechTraining.start(
          checkpoint,
          new SpeechTraining.Head(identity.labels(), identity.headSeed()),
          identity.setup(),
          tools.settings().device());
    }
  }

  private SpeechTraining restored(
      EpochRequest request, KeptNetwork.Identity identity, EpochRecord before) {
    TrainingState files = TrainingState.in(scratch.newFolder("before-"));
    fetch(before.weights(), NetworkArtifacts.WEIGHTS, files.weights());
    if (request.withOptimiser()) {
      fetch(before.optimiser(), NetworkArtifacts.OPTIMISER, files.optimiser());
    }
    SpeechTraining network = start(request, identity);
    return guarded(
        network,
        () -> {
          TrainingState.restoreWeights(network, files.weights());
          if (request.withOptimiser()) {
            TrainingState.restoreOptimiser(network, files.optimiser());
          }
          return network;
        });
  }

  private EpochRecord record(ArtifactRef position) {
    try {
      return new SnakeCaseJson().read(artifacts().read(position), EpochRecord.class);
    } catch (WorkFailedException e) {
      throw new CheckpointGoneException(
          "The epoch that training goes on from is no longer kept: " + e.getMessage(), e);
    }
  }

  private void fetch(Digest digest, ArtifactKind kind, Path target) {
    pulse.allow(Pulse.OPERATION);
    ArtifactRef artifact =
        artifacts()
            .find(digest, kind)
            .orElseThrow(
                () ->
                    new CheckpointGoneException(
                        "The %s that training goes on from, %s, is no longer kept."
                            .formatted(kind.name(), digest),
                        null));
    try {
      artifacts().copy(artifact, target);
    } catch (WorkFailedException e) {
      throw new CheckpointGoneException(e.getMessage(), e);
    }
  }

  private ArtifactStore artifacts() {
    return tools.stores().artifacts();
  }

  private interface Work<T> {
    T run();
  }

  /** Native memory is not left behind when something fails. */
  private static <T> T guarded(SpeechTraining network, Work<T> work) {
    try {
      return work.run();
    } catch (RuntimeException e) {
      network.close();
      throw e;
    }
  }
}
