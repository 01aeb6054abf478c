package dev.emovox.wav2vec2;

import ai.djl.ndarray.NDManager;
import dev.emovox.wav2vec2.config.PreprocessorConfig;
import dev.emovox.wav2vec2.kernels.TorchKernels;
import dev.emovox.wav2vec2.model.CrossEntropyLoss;
import dev.emovox.wav2vec2.model.ForwardSettings;
import dev.emovox.wav2vec2.model.Wav2Vec2ForSequenceClassification;
import dev.emovox.wav2vec2.model.WaveformBatch;
import dev.emovox.wav2vec2.training.AdamW;
import dev.emovox.wav2vec2.training.BackwardPass;
import dev.emovox.wav2vec2.training.CheckpointedPass;
import dev.emovox.wav2vec2.training.ClassificationObjective;
import dev.emovox.wav2vec2.training.GradientClipping;
import dev.emovox.wav2vec2.training.LabelledClips;
import dev.emovox.wav2vec2.training.RecordedPass;
import dev.emovox.wav2vec2.training.StepReport;
import dev.emovox.wav2vec2.training.TrainingStep;
import dev.emovox.wav2vec2.training.WeightedBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Makes steps out of waveforms. */
final class SpeechStep {
  private final Wav2Vec2ForSequenceClassification model;
  private final CrossEntropyLoss loss;
  private final TrainingStep<LabelledClips> step;

  SpeechStep(
      Wav2Vec2ForSequenceClassification model,
      CrossEntropyLoss loss,
      TorchKernels kernels,
      AdamW optimiser,
      NDManager manager,
      TrainingSetup setup) {
    this.model = model;
    this.loss = loss;
    double norm = setup.optimiser().clipNorm();
    this.step =
        new TrainingStep<>(
            kernels,
            pass(manager, setup.gradientCheckpointing()),
            optimiser,
            norm == 0 ? GradientClipping.NONE : new GradientClipping(norm));
  }

  private BackwardPass<LabelledClips> pass(NDManager manager, boolean checkpointing) {
    return checkpointing
        ? new CheckpointedPass(model, loss, manager)
        : new RecordedPass<>(
            new ClassificationObjective(model, loss, manager, ForwardSettings::training));
  }

  StepReport run(List<SpeechBatch> batches, StepNumbers numbers, PreprocessorConfig preprocessor) {
    double total = batches.stream().mapToDouble(this::weight).sum();
    SplittableRandom seeds = new SplittableRandom(numbers.seed());
    List<WeightedBatch<LabelledClips>> weighted = new ArrayList<>();
    for (SpeechBatch batch : batches) {
      WaveformBatch waveforms = WaveformBatch.of(batch.waveforms(), preprocessor, model.config());
      weighted.add(
          new WeightedBatch<>(
              new LabelledClips(waveforms, batch.classes()),
              weight(batch) / total,
              seeds.nextLong()));
    }
    return step.run(weighted, numbers.rateFactor());
  }

  private double weight(SpeechBatch batch) {
    return loss.totalWeight(batch.classes().stream().mapToInt(Integer::intValue).toArray());
  }
}
