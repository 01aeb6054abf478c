package dev.emovox.serving.registry;

import dev.emovox.audio.AudioClip;
import dev.emovox.domain.LabelSet;
import dev.emovox.inference.EmotionPredictor;
import dev.emovox.inference.Prediction;
import dev.emovox.serving.model.EmotionModel;

/**
 * A verified model package as the service uses it.
 *
 * @param predictor the package's predictor, owned by this
 */
record PackagedModel(EmotionPredictor predictor) implements EmotionModel {

  @Override
  public LabelSet labels() {
    return predictor.labels();
  }

  @Override
  public Prediction predict(AudioClip clip) {
    return predictor.predict(clip);
  }

  @Override
  public void close() {
    predictor.close();
  }
}
