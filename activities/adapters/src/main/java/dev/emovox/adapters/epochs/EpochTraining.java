package dev.emovox.adapters.epochs;

import dev.emovox.adapters.StageMemory.Made;
import dev.emovox.adapters.network.NetworkArtifacts;
import dev.emovox.adapters.network.Patience;
import dev.emovox.adapters.network.ScratchFolder;
import dev.emovox.adapters.network.StepMetrics;
import dev.emovox.adapters.network.StepRow;
import dev.emovox.adapters.waveforms.StoredWaveforms;
import dev.emovox.adapters.waveforms.WaveformForm;
import dev.emovox.artifacts.ArtifactKind;
import dev.emovox.artifacts.CachedOutput;
import dev.emovox.artifacts.StepKey;
import dev.emovox.contracts.EpochRequest;
import dev.emovox.domain.SplitPart;
import dev.emovox.finetuning.ClipScoring;
import dev.emovox.finetuning.EpochEnd;
import dev.emovox.finetuning.EpochTrainer;
import dev.emovox.finetuning.EpochValidation;
import dev.emovox.finetuning.StageTraining;
import dev.emovox.finetuning.ValidatedEpoch;
import dev.emovox.finetuning.audio.ClipReader;
import dev.emovox.finetuning.plan.EpochSeed;
import dev.emovox.records.rows.EpochOrigin;
import dev.emovox.records.rows.EpochRecord;
import dev.emovox.wav2vec2.SpeechTraining;
import io.temporal.client.ActivityCompletionException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One attempt at an epoch: train, validate, store. One that is stopped leaves a checkpoint. */
final class EpochTraining {
  private static final Logger LOG = LoggerFactory.getLogger(EpochTraining.class);
  private static final double NANOS = 1e9;

  /** A checkpoint that is being sent, and the epoch's end. */
  private static final int SIMULTANEOUS_COPIES = 2;

  private final TrainingTools tools;
  private final Pulse pulse;
  private final ScratchFolder scratch;

  EpochTraining(TrainingTools tools, Pulse pulse, ScratchFolder scratch) {
    this.tools = tools;
    this.pulse = pulse;
    this.scratch = scratch;
  }

  /**
   * An epoch's end.
   *
   * @param made what is to be remembered
   * @param state what the network is now
   */
  record Trained(Made<EpochSummary> made, KeptNetwork.State state) {}

  /** What stays the same during an attempt. */
  private record Attempt(
      EpochRequest request,
      TrainingClips clips,
      SpeechTraining network,
      StoredWaveforms waveforms) {

    StageTraining stage() {
      return StageTraining.of(
          request.stage(),
          clips.part(SplitPart.TRAIN),
          network.samplingRate(),
          new EpochSeed(request.seed(), request.stageIndex(), 1));
    }
  }

  /**
   * Trains the epoch to its end.
   *
   * @throws ActivityCompletionException if Temporal asked to stop
   * @throws CancellationException if this process is to end
   */
  Trained run(EpochRequest request, StepKey work, TrainingClips clips, EpochLoading.Loaded loaded) {
    SpeechTraining network = loaded.network();
    scratch.requireRoom("Training", SIMULTANEOUS_COPIES * bytes(network.count()));
    WaveformForm form = WaveformForm.of(network.samplingRate(), request.longestSeconds());
    Attempt attempt = new Attempt(request, clips, network, tools.waveforms(clips, form, pulse));
    try (CheckpointSaver saver =
            new CheckpointSaver(
                tools.checkpoints(), work, scratch, tools.settings().checkpointInterval());
        StepMetrics.Stream metrics = tools.metrics().open(request.trackedStage());
        RunProgress run =
            RunProgress.of(
                request.runId(), request::progress, clips.rowsOf(SplitPart.TRAIN).size())) {
      EpochWatch watch =
          new EpochWatch(loaded.from(), new EpochWatch.Signals(pulse, run, metrics), saver);
      run.at(loaded.from().position().clips());
      return leavingCheckpoint(attempt, watch, saver);
    }
  }

  /** Of weights, and of two moments for each trained one. */
  private static long bytes(SpeechTraining.ParameterCount count) {
    return Float.BYTES * (count.all() + 2 * count.trained());
  }

  private Trained leavingCheckpoint(Attempt attempt, EpochWatch watch, CheckpointSaver saver) {
    try {
      long steps = train(attempt, watch);
      pulse.allow(StepAllowance.FIRST);
      long begin = System.nanoTime();
      ValidatedEpoch validated = validate(attempt);
      double seconds = watch.progress().seconds() + (System.nanoTime() - begin) / NANOS;
      return store(attempt, watch.progress(), new Result(steps, validated, seconds));
    } catch (InterruptedException e) {
      leave(attempt, watch, saver);
      throw (CancellationException) new CancellationException("interrupted").initCause(e);
    } catch (CancellationException | ActivityCompletionException e) {
      leave(attempt, watch, saver);
      throw e;
    }
  }

  /** Trains to the end; the number of steps since the stage's beginning. */
  private long train(Attempt attempt, EpochWatch watch) throws InterruptedException {
    StageTraining stage = attempt.stage();
    EpochTrainer trainer = new EpochTrainer(attempt.network(), stage, attempt.waveforms());
    pulse.allow(StepAllowance.FIRST);
    int epoch = attempt.request().epoch();
    EpochEnd end = trainer.train(epoch, watch.progress().position(), watch);
    pulse.throwIfStopped();
    return stage.plan().stepsBefore(epoch) + end.position().steps();
  }

  private ValidatedEpoch validate(Attempt attempt) throws InterruptedException {
    SpeechTraining network = attempt.network();
    ClipReader reader = new ClipReader(attempt.waveforms(), network.shortestInput());
    ClipScoring scoring = new ClipScoring(network::logits, reader, new BatchPulse(pulse));
    return new EpochValidation(attempt.request().labels(), scoring)
        .validate(attempt.clips().part(SplitPart.VALIDATION));
  }

  private void leave(Attempt attempt, EpochWatch watch, CheckpointSaver saver) {
    boolean interrupted = Thread.interrupted();
    if (!pulse.isAbandoned() && watch.hasAdvanced()) {
      LOG.info("Stopped; leaving a checkpoint");
      pulse.allow(Pulse.OPERATION);
      saver.saveLast(watch.progress(), attempt.network());
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private record Result(long steps, ValidatedEpoch validated, double seconds) {}

  private Trained store(Attempt attempt, MidEpoch end, Result result) {
    pulse.allow(Pulse.OPERATION);
    TrainingState files = TrainingState.in(scratch.newFolder("end-"));
    files.write(attempt.network());
    CachedOutput weights = stored("weights", files.weights(), NetworkArtifacts.WEIGHTS);
    CachedOutput optimiser = stored("optimiser", files.optimiser(), NetworkArtifacts.OPTIMISER);
    KeptNetwork.State state =
        new KeptNetwork.State(weights.artifact().digest(), optimiser.artifact().digest());
    EpochRequest request = attempt.request();
    EpochRecord record =
        new EpochRecord(
            request.stage().name(),
            request.epoch(),
            result.steps(),
            end.position().clips(),
            end.position().meanLoss(),
            result.validated().scores(),
            state.weights(),
            state.optimiser(),
            EpochOrigin.of(request),
            result.validated().calibration());
    List<CachedOutput> outputs =
        patience()
            .with(
                () ->
                    List.of(
                        weights,
                        optimiser,
                        tools.stores().tables().table("steps", StepRow.class, end.steps()),
                        tools.stores().tables().document("position", record)));
    return new Trained(new Made<>(outputs, summary(request, end, result)), state);
  }

  private CachedOutput stored(String name, Path file, ArtifactKind kind) {
    return new CachedOutput(
        name, patience().with(() -> tools.stores().artifacts().put(file, kind)));
  }

  private Patience patience() {
    return tools.patience(pulse);
  }

  private static EpochSummary summary(EpochRequest request, MidEpoch end, Result result) {
    return new EpochSummary(
        request.epoch(),
        result.steps(),
        end.position().meanLoss(),
        result.validated().scores(),
        result.seconds(),
        end.position().clips() / end.seconds());
  }
}
