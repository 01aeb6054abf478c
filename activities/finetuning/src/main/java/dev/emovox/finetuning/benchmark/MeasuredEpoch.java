package dev.emovox.finetuning.benchmark;

import dev.emovox.domain.AugmentationSettings;
import dev.emovox.domain.BatchSettings;
import dev.emovox.domain.EpochSelection;
import dev.emovox.domain.FreezingSettings;
import dev.emovox.domain.LossSettings;
import dev.emovox.domain.OptimiserSettings;
import dev.emovox.domain.OptimiserSettings.Schedule;
import dev.emovox.domain.TrainingStage;
import dev.emovox.finetuning.EpochControl;
import dev.emovox.finetuning.EpochPosition;
import dev.emovox.finetuning.EpochTrainer;
import dev.emovox.finetuning.StageTraining;
import dev.emovox.finetuning.StepProgress;
import dev.emovox.finetuning.plan.EpochSeed;
import dev.emovox.finetuning.plan.TrainingClip;
import dev.emovox.wav2vec2.SpeechTraining;
import dev.emovox.wav2vec2.TrainingSetup;
import dev.emovox.wav2vec2.benchmark.MeasuredSide;
import dev.emovox.wav2vec2.checkpoint.Checkpoint;
import dev.emovox.wav2vec2.checkpoint.CheckpointFolder;
import dev.emovox.wav2vec2.engine.ComputeDevice;
import dev.emovox.wav2vec2.engine.Libtorch;
import dev.emovox.wav2vec2.engine.LibtorchSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Our side of {@link EpochBenchmark}: the trainer that fine-tuning uses, on clips in memory. */
public final class MeasuredEpoch {
  private static final int MOST_EPOCHS = 1001;
  private static final double ANY_LENGTH = 1e6;

  /** The peer's numbers. */
  private static final OptimiserSettings OPTIMISER =
      new OptimiserSettings(1e-4, 0.01, 1, Schedule.CONSTANT, 0, 1, 1);

  private final EpochTrainer trainer;
  private int epoch;

  private MeasuredEpoch(SpeechTraining network, StageTraining stage, BenchmarkClips clips) {
    trainer = new EpochTrainer(network, stage, id -> clips.waveforms().get(Integer.parseInt(id)));
  }

  /** Arguments: folder, clips of a batch, threads. */
  public static void main(String[] arguments) throws InterruptedException {
    MeasuredSide side = new MeasuredSide();
    EpochFolder folder = new EpochFolder(Path.of(arguments[0]));
    Libtorch libtorch =
        Libtorch.start(
            LibtorchSettings.of(ComputeDevice.CPU).withThreads(Integer.parseInt(arguments[2])));
    TrainingStage settings = settings(Integer.parseInt(arguments[1]));
    try (Checkpoint checkpoint = CheckpointFolder.open(folder.checkpoint());
        SpeechTraining network =
            SpeechTraining.start(
                checkpoint,
                new SpeechTraining.Head(checkpoint.config().labels(), 1),
                TrainingSetup.of(settings, List.of()),
                ComputeDevice.CPU)) {
      BenchmarkClips clips = folder.read(checkpoint.config().labels());
      StageTraining stage =
          StageTraining.of(
              settings, training(clips), network.samplingRate(), new EpochSeed(1, 0, 1));
      MeasuredEpoch epochs = new MeasuredEpoch(network, stage, clips);
      side.serve("Emovox, libtorch " + libtorch.report().version(), work -> epochs.next());
    }
  }

  private static List<TrainingClip> training(BenchmarkClips clips) {
    List<TrainingClip> training = new ArrayList<>();
    for (int i = 0; i < clips.waveforms().size(); i++) {
      training.add(
          new TrainingClip(
              Integer.toString(i), clips.classes().get(i), clips.waveforms().get(i).length));
    }
    return training;
  }

  private static TrainingStage settings(int batchClips) {
    return new TrainingStage(
        "benchmark",
        MOST_EPOCHS,
        TrainingStage.Resume.WEIGHTS,
        new BatchSettings(batchClips, ANY_LENGTH, 1, true),
        OPTIMISER,
        new LossSettings(0, LossSettings.ClassWeights.EQUAL),
        new FreezingSettings(false, 0),
        TrainingStage.Precision.FLOAT32,
        false,
        new AugmentationSettings(0, 0, 0, 0),
        new EpochSelection.Last(),
        Optional.empty());
  }

  /** Trains one epoch more and returns its mean loss. */
  private double next() throws InterruptedException {
    epoch++;
    return trainer.train(epoch, EpochPosition.START, new Unwatched()).position().meanLoss();
  }

  private static final class Unwatched implements EpochControl {
    @Override
    public void stepDone(StepProgress progress) {}

    @Override
    public void between(EpochPosition position, SpeechTraining network) {}

    @Override
    public boolean stopRequested() {
      return false;
    }
  }
}
