package dev.emovox.wav2vec2.benchmark;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.emovox.wav2vec2.checkpoint.Checkpoint;
import dev.emovox.wav2vec2.checkpoint.CheckpointFolder;
import dev.emovox.wav2vec2.engine.GradientMode;
import dev.emovox.wav2vec2.engine.Libtorch;
import dev.emovox.wav2vec2.engine.LibtorchSettings;
import dev.emovox.wav2vec2.kernels.TensorScope;
import dev.emovox.wav2vec2.kernels.TorchKernels;
import dev.emovox.wav2vec2.model.CrossEntropyLoss;
import dev.emovox.wav2vec2.model.ForwardSettings;
import dev.emovox.wav2vec2.model.HeadInitialisation;
import dev.emovox.wav2vec2.model.Parameters;
import dev.emovox.wav2vec2.model.Wav2Vec2ForSequenceClassification;
import dev.emovox.wav2vec2.model.WaveformBatch;
import dev.emovox.wav2vec2.training.AdamW;
import dev.emovox.wav2vec2.training.AdamWSettings;
import dev.emovox.wav2vec2.training.ClassificationObjective;
import dev.emovox.wav2vec2.training.GradientClipping;
import dev.emovox.wav2vec2.training.LabelledClips;
import dev.emovox.wav2vec2.training.ParameterGroup;
import dev.emovox.wav2vec2.training.TrainingStep;
import dev.emovox.wav2vec2.training.WeightedBatch;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The work of a benchmark on our side. For one thread at a time. */
final class MeasuredModel implements AutoCloseable {
  private static final double LEARNING_RATE = 1e-5;
  private static final double WEIGHT_DECAY = 0.01;

  private final Parameters parameters;
  private final TorchKernels kernels;
  private final NDManager manager;
  private final Wav2Vec2ForSequenceClassification model;
  private final LabelledClips clips;
  private final boolean frozenEncoder;
  private AdamW optimiserOrNull;
  private long seed;

  private MeasuredModel(Parameters parameters, LabelledClips clips, boolean frozenEncoder) {
    this.parameters = parameters;
    this.clips = clips;
    this.frozenEncoder = frozenEncoder;
    kernels = TorchKernels.load();
    manager = parameters.newManager();
    model = new Wav2Vec2ForSequenceClassification(parameters, kernels);
  }

  static MeasuredModel load(BenchmarkFolder folder, BenchmarkPlan plan) {
    Libtorch.start(LibtorchSettings.of(plan.device()).withThreads(plan.threads()));
    try (Checkpoint checkpoint = CheckpointFolder.open(folder.checkpoint())) {
      Parameters parameters =
          Parameters.load(checkpoint, plan.device(), HeadInitialisation.fromCheckpoint());
      WaveformBatch batch =
          WaveformBatch.of(
              folder.readBatch(plan.clips()), checkpoint.preprocessor(), checkpoint.config());
      int labels = checkpoint.config().labels().size();
      LabelledClips clips =
          new LabelledClips(
              batch, IntStream.range(0, plan.clips()).mapToObj(i -> i % labels).toList());
      return new MeasuredModel(parameters, clips, plan.frozenEncoder());
    }
  }

  /** Does it once and returns a number that depends on all of it. */
  double run(Work work) {
    return work.equals(Work.FORWARD) ? forward() : training();
  }

  @SuppressWarnings("try") // gradients stay off as long as the block
  private double forward() {
    try (GradientMode off = GradientMode.off()) {
      return TensorScope.value(
          () -> {
            NDArray logits =
                model.forward(clips.waveforms(), ForwardSettings.inference(), manager).logits();
            return (double) logits.sum().getFloat();
          });
    }
  }

  private double training() {
    if (optimiserOrNull == null) {
      optimiserOrNull = optimiser();
    }
    ClassificationObjective objective =
        new ClassificationObjective(
            model, new CrossEntropyLoss(null, 0), manager, ForwardSettings::training);
    return new TrainingStep<>(kernels, objective, optimiserOrNull, new GradientClipping(1))
        .run(List.of(new WeightedBatch<>(clips, 1, seed++)), 1)
        .loss();
  }

  private AdamW optimiser() {
    SortedMap<String, NDArray> trained = new TreeMap<>(parameters.all());
    if (frozenEncoder) {
      trained.keySet().removeIf(name -> name.contains(".feature_extractor."));
    }
    return new AdamW(
        kernels,
        AdamWSettings.STANDARD,
        List.of(new ParameterGroup(trained, LEARNING_RATE, WEIGHT_DECAY)));
  }

  @Override
  public void close() {
    if (optimiserOrNull != null) {
      optimiserOrNull.close();
    }
    manager.close();
    kernels.close();
    parameters.close();
  }
}
