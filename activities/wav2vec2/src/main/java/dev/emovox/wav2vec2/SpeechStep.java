package dev.emovox.wav2vec2;

import dev.emovox.wav2vec2.config.PreprocessorConfig;
import dev.emovox.wav2vec2.config.Wav2Vec2Config;
import dev.emovox.wav2vec2.model.CrossEntropyLoss;
import dev.emovox.wav2vec2.model.WaveformBatch;
import dev.emovox.wav2vec2.training.LabelledClips;
import dev.emovox.wav2vec2.training.StepReport;
import dev.emovox.wav2vec2.training.TrainingStep;
import dev.emovox.wav2vec2.training.WeightedBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Makes steps out of waveforms.
 *
 * @param config of the network
 * @param loss what is made smaller
 * @param step what makes it smaller
 */
record SpeechStep(Wav2Vec2Config config, CrossEntropyLoss loss, TrainingStep<LabelledClips> step) {

  StepReport run(List<SpeechBatch> batches, StepNumbers numbers, PreprocessorConfig preprocessor) {
    double total = batches.stream().mapToDouble(this::weight).sum();
    SplittableRandom seeds = new SplittableRandom(numbers.seed());
    List<WeightedBatch<LabelledClips>> weighted = new ArrayList<>();
    for (SpeechBatch batch : batches) {
      WaveformBatch waveforms = WaveformBatch.of(batch.waveforms(), preprocessor, config);
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
