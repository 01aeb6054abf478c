package dev.emovox.inference;

import dev.emovox.audio.AudioClip;
import dev.emovox.audio.FeatureExtractor;
import dev.emovox.baselines.BaselineModel;
import dev.emovox.domain.LabelSet;
import java.util.List;

/** {@link FeatureExtractor#vector} with the package's settings, then the package's model. */
final class BaselinePredictor implements EmotionPredictor {
  private final FeatureExtractor extractor;
  private final BaselineModel model;
  private volatile boolean closed;

  BaselinePredictor(FeatureExtractor extractor, BaselineModel model) {
    this.extractor = extractor;
    this.model = model;
  }

  @Override
  public List<Prediction> predict(List<AudioClip> clips) {
    if (closed) {
      throw new IllegalStateException("the predictor is closed");
    }
    return clips.stream().map(this::one).toList();
  }

  private Prediction one(AudioClip clip) {
    double[] features = extractor.vector(clip);
    return Prediction.of(labels(), model.probabilities(features), model.logits(features));
  }

  /** The clip itself: features are no sound that could be kept as a clip. */
  @Override
  public AudioClip prepare(AudioClip clip) {
    return clip;
  }

  @Override
  public boolean gainsFromBatches() {
    return false;
  }

  @Override
  public LabelSet labels() {
    return model.labels();
  }

  @Override
  public void close() {
    closed = true;
  }
}
