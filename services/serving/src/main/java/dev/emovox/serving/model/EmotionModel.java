package dev.emovox.serving.model;

import dev.emovox.audio.AudioClip;
import dev.emovox.domain.LabelSet;
import dev.emovox.inference.Prediction;

/** A loaded model that answers clips. Implementations are safe for use by several threads. */
public interface EmotionModel extends AutoCloseable {

  /** The classes in the order of the model's outputs. */
  LabelSet labels();

  /**
   * What the model says, in the order of {@link #labels()}; probabilities in [0, 1], together 1.
   *
   * @param clip any sample rate and length; the model's own preprocessing is applied
   * @throws dev.emovox.audio.UnusableAudioException if it is too short or too long for the model
   */
  Prediction predict(AudioClip clip);

  /** Frees what the model holds. Called once, after its last prediction has ended. */
  @Override
  void close();
}
