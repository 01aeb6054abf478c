package dev.emovox.serving.registry;

import dev.emovox.audio.AudioClip;
import dev.emovox.domain.LabelSet;
import dev.emovox.inference.EmotionPredictor;
import dev.emovox.inference.Prediction;
import dev.emovox.serving.model.EmotionModel;
import java.util.List;

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
  public AudioClip prepare(AudioClip clip) {
    return predictor.prepare(clip);
  }

  @Override
  public boolean gainsFromBatches() {
    return predictor.gainsFromBatches();
  }

  @Override
  public List<Prediction> predict(List<AudioClip> clips) {
    return predictor.predict(clips);
  }

  @Override
  public void close() {
    predictor.close();
  }
}
