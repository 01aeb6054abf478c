package dev.emovox.inference;

import dev.emovox.audio.AudioClip;
import dev.emovox.audio.FeatureExtractor;
import dev.emovox.baselines.BaselineModel;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.LabelSet;

/**
 * Predicts the emotion of clips with one model package: {@link FeatureExtractor#vector} with the
 * package's settings, then the package's model, which is what training does too.
 *
 * <p>Safe for use by several threads.
 */
public final class EmotionPredictor implements AutoCloseable {
  private final FeatureExtractor extractor;
  private final BaselineModel model;
  private volatile boolean closed;

  private EmotionPredictor(FeatureExtractor extractor, BaselineModel model) {
    this.extractor = extractor;
    this.model = model;
  }

  /** A predictor that prepares audio as the package says. */
  public static EmotionPredictor load(ModelPackage modelPackage) {
    return new EmotionPredictor(
        new FeatureExtractor(modelPackage.preprocessing()), modelPackage.model());
  }

  /**
   * The prediction for a clip of any rate and length.
   *
   * @throws InvalidInputException if the clip can't be prepared or has features that are not finite
   */
  public Prediction predict(AudioClip clip) {
    if (closed) {
      throw new IllegalStateException("the predictor is closed");
    }
    double[] features = extractor.vector(clip);
    double[] probabilities = model.probabilities(features);
    return new Prediction(
        labels().name(largest(probabilities)), probabilities, model.logits(features));
  }

  /** Of equal values the first, so that the label does not depend on chance. */
  private static int largest(double[] values) {
    int largest = 0;
    for (int i = 1; i < values.length; i++) {
      if (values[i] > values[largest]) {
        largest = i;
      }
    }
    return largest;
  }

  /** The ordered classes. */
  public LabelSet labels() {
    return model.labels();
  }

  /** No prediction after this; those under way end as usual. */
  @Override
  public void close() {
    closed = true;
  }
}
