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

  /**
   * A clip as the model hears it, so that this work can be done beforehand and a clip that can't be
   * used is found before it is put together with others. Predicting what this returns gives the
   * same as predicting {@code clip}.
   *
   * @throws InvalidInputException if the clip is too short or too long for the model, or can't be
   *     prepared
   */
  AudioClip prepare(AudioClip clip);

  /**
   * Whether several clips are answered in less time together than one by one, as by a network whose
   * matrices are read once for all of them.
   */
  boolean gainsFromBatches();

  /** The ordered classes. */
  LabelSet labels();

  /** Frees what the model holds. Predictions under way end as usual, later ones are refused. */
  @Override
  void close();
}
