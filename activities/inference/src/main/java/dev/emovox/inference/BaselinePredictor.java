package dev.emovox.inference;

import dev.emovox.audio.AudioClip;
import dev.emovox.audio.FeatureExtractor;
import dev.emovox.baselines.BaselineModel;
import dev.emovox.domain.LabelSet;
import dev.emovox.domain.TemperatureScaling;
import java.util.List;
import java.util.Optional;

/**
 * {@link FeatureExtractor#vector} with the package's settings, then the package's model and
 * calibration.
 */
final class BaselinePredictor implements EmotionPredictor {
  private final FeatureExtractor extractor;
  private final BaselineModel model;
  private final Optional<TemperatureScaling> calibration;
  private volatile boolean closed;

  BaselinePredictor(
      FeatureExtractor extractor, BaselineModel model, Optional<TemperatureScaling> calibration) {
    this.extractor = extractor;
    this.model = model;
    this.calibration = calibration;
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
    double[] logits = model.logits(features);
    double[] probabilities =
        calibration
            .map(scaling -> scaling.probabilities(logits))
            .orElseGet(() -> model.probabilities(features));
    return Prediction.of(labels(), probabilities, logits);
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
