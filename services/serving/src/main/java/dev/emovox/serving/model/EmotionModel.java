package dev.emovox.serving.model;

import dev.emovox.audio.AudioClip;
import dev.emovox.domain.LabelSet;

/** A loaded model that answers clips. Implementations are safe for use by several threads. */
public interface EmotionModel extends AutoCloseable {

  /** The classes in the order of the model's outputs. */
  LabelSet labels();

  /**
   * The probability of each class, in the order of {@link #labels()}; each in [0, 1], together 1.
   *
   * @param clip any sample rate and length; the model's own preprocessing is applied
   */
  double[] probabilities(AudioClip clip);

  /** Frees what the model holds. Called once, after its last prediction has ended. */
  @Override
  void close();
}
