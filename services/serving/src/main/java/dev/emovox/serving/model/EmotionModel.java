package dev.emovox.serving.model;

import dev.emovox.audio.AudioClip;
import dev.emovox.domain.LabelSet;
import dev.emovox.inference.Prediction;
import java.util.List;

/** A loaded model that answers clips. Implementations are safe for use by several threads. */
public interface EmotionModel extends AutoCloseable {

  /** The classes in the order of the model's outputs. */
  LabelSet labels();

  /**
   * A clip as the model hears it; predicting it gives the same as predicting {@code clip}.
   *
   * @param clip any sample rate and length
   * @throws dev.emovox.audio.UnusableAudioException if it is too short or too long for the model
   */
  AudioClip prepare(AudioClip clip);

  /** Whether several clips are answered in less time together than one by one. */
  boolean gainsFromBatches();

  /**
   * What the model says of each clip, in their order; classes in the order of {@link #labels()};
   * probabilities in [0, 1], together 1. A clip gets the same answer alone and in any company.
   *
   * @param clips prepared or not
   * @throws dev.emovox.audio.UnusableAudioException if one is too short or too long for the model
   */
  List<Prediction> predict(List<AudioClip> clips);

  /** What the model says of one clip. */
  default Prediction predict(AudioClip clip) {
    return predict(List.of(clip)).get(0);
  }

  /** Frees what the model holds. Called once, after its last prediction has ended. */
  @Override
  void close();
}
