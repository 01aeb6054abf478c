package dev.emovox.serving.prediction;

import dev.emovox.audio.AudioClip;
import dev.emovox.audio.decode.AudioDecoder;
import dev.emovox.domain.LabelSet;
import dev.emovox.inference.Prediction;
import dev.emovox.serving.model.LiveModel;
import dev.emovox.serving.model.ModelHolder;
import dev.emovox.serving.model.ModelLease;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Decodes a clip and asks the model that is live at that moment; the model stays the same from
 * beginning to end of the answer.
 *
 * <p>Safe for use by several threads; does its work on the caller's.
 */
public final class EmotionClassifier {
  private final AudioDecoder decoder;
  private final ModelHolder models;

  public EmotionClassifier(AudioDecoder decoder, ModelHolder models) {
    this.decoder = decoder;
    this.models = models;
  }

  /**
   * Answers one clip.
   *
   * @param content the bytes of an audio file
   * @throws NoModelException before the first model is live
   * @throws dev.emovox.audio.UnusableAudioException if there is no usable sound in the bytes
   */
  public Classification classify(byte[] content) {
    try (ModelLease lease = models.lease().orElseThrow(NoModelException::new)) {
      LiveModel live = lease.live();
      AudioClip clip = decoder.decode(content).clip();
      Prediction prediction = live.loaded().model().predict(clip);
      return new Classification(
          UUID.randomUUID().toString(),
          scores(live.loaded().model().labels(), prediction),
          clip.seconds(),
          live.identity());
    }
  }

  private static List<ClassScore> scores(LabelSet labels, Prediction prediction) {
    return IntStream.range(0, labels.size())
        .mapToObj(
            index ->
                new ClassScore(
                    labels.name(index),
                    prediction.probabilities()[index],
                    prediction.logits()[index]))
        .toList();
  }
}
