package dev.emovox.inference;

import dev.emovox.audio.AudioClip;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.LabelSet;
import java.util.List;

/**
 * Predicts the emotion of clips with one model, which {@link LoadableModel#load} loads. A clip is
 * prepared as the model's package says, which is what training does too. A clip alone and in any
 * batch gives the same prediction.
 *
 * <p>Safe for use by several threads.
 */
public sealed interface EmotionPredictor extends AutoCloseable
    permits BaselinePredictor, Wav2Vec2Predictor {

  /**
   * The prediction for a clip of any rate.
   *
   * @throws InvalidInputException if the clip is too short or too long for the model, can't be
   *     prepared, or has samples that are not finite
   */
  default Prediction predict(AudioClip clip) {
    return predict(List.of(clip)).get(0);
  }

  /**
   * The predictions for several clips, in their order.
   *
   * @throws InvalidInputException if one of them can't be used; then there is none for any of them
   */
  List<Prediction> predict(List<AudioClip> clips);

  /** The ordered classes. */
  LabelSet labels();

  /** Frees what the model holds. Predictions under way end as usual, later ones are refused. */
  @Override
  void close();
}
