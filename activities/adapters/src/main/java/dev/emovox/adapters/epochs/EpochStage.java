package dev.emovox.adapters.epochs;

import dev.emovox.adapters.StageMemory.Made;
import dev.emovox.adapters.StageMemory.Remembered;
import dev.emovox.adapters.network.ScratchFolder;
import dev.emovox.artifacts.StepKey;
import dev.emovox.contracts.EpochOutcome;
import dev.emovox.contracts.EpochRequest;
import dev.emovox.domain.EmovoxException;
import dev.emovox.records.rows.ClipRow;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An epoch, found or trained. */
final class EpochStage {
  private static final Logger LOG = LoggerFactory.getLogger(EpochStage.class);

  private final TrainingTools tools;
  private final KeptNetwork kept;

  EpochStage(TrainingTools tools, KeptNetwork kept) {
    this.tools = tools;
    this.kept = kept;
  }

  EpochOutcome run(EpochRequest request, Pulse pulse) {
    StepKey work = EpochKey.of(request, Machine.of(tools.settings()));
    Optional<Remembered<EpochSummary>> found =
        tools.stores().memory().find(work, EpochSummary.class);
    Remembered<EpochSummary> epoch = found.orElseGet(() -> train(request, work, pulse));
    forget(work);
    return epoch.summary().outcome(epoch.stage());
  }

  private Remembered<EpochSummary> train(EpochRequest request, StepKey work, Pulse pulse) {
    TrainingClips clips =
        new TrainingClips(
            tools.stores().tables().rows(request.clips(), ClipRow.class), request.labels());
    try (ScratchFolder scratch = ScratchFolder.in(tools.settings().cache())) {
      EpochLoading.Loaded loaded =
          new EpochLoading(tools, kept, scratch, pulse).load(request, work, clips);
      boolean done = false;
      try {
        EpochTraining training = new EpochTraining(tools, pulse, scratch);
        EpochTraining.Trained trained = training.run(request, work, clips, loaded);
        Made<EpochSummary> made = trained.made();
        Remembered<EpochSummary> epoch =
            tools.patience(pulse).with(() -> tools.stores().memory().remember(work, made));
        done = request.epoch() < request.stage().epochs();
        if (done) {
          kept.keep(loaded.identity(), trained.state(), loaded.network());
        }
        return epoch;
      } finally {
        if (!done) {
          loaded.network().close();
        }
      }
    }
  }

  /** Checkpoints inside an epoch are of no use once its end is recorded. */
  private void forget(StepKey work) {
    try {
      tools.checkpoints().remove(work);
    } catch (EmovoxException e) {
      LOG.warn("Checkpoints of {} stay for now: {}", work, e.getMessage());
    }
  }
}
