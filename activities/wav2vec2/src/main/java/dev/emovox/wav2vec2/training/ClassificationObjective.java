package dev.emovox.wav2vec2.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.emovox.wav2vec2.model.CrossEntropyLoss;
import dev.emovox.wav2vec2.model.ForwardSettings;
import dev.emovox.wav2vec2.model.Wav2Vec2ForSequenceClassification;
import java.util.function.LongFunction;

/**
 * The mean cross-entropy of what a model takes clips for.
 *
 * @param model the model
 * @param loss the loss
 * @param manager owner of the tensors on the way, on the parameters' device
 * @param settings how to do a forward pass with a seed, such as {@link ForwardSettings#training}
 */
public record ClassificationObjective(
    Wav2Vec2ForSequenceClassification model,
    CrossEntropyLoss loss,
    NDManager manager,
    LongFunction<ForwardSettings> settings)
    implements Objective<LabelledClips> {

  @Override
  public NDArray loss(LabelledClips clips, long seed) {
    NDArray logits = model.forward(clips.waveforms(), settings.apply(seed), manager).logits();
    return loss.mean(logits, clips.labels().stream().mapToInt(Integer::intValue).toArray());
  }
}
