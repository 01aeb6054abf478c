package dev.emovox.inference;

import dev.emovox.audio.AudioClip;
import dev.emovox.domain.LabelSet;

/** Predicts the emotion of clips with one model package. Safe for use by several threads. */
public final class EmotionPredictor implements AutoCloseable {
  private EmotionPredictor() {}

  /** A predictor that prepares audio as the package says. */
  public static EmotionPredictor load(ModelPackage modelPackage) {
    return pending();
  }

  /** The prediction for a clip of any rate and length. */
  public Prediction predict(AudioClip clip) {
    return pending();
  }

  /** The ordered classes. */
  public LabelSet labels() {
    return pending();
  }

  /** Frees what the model holds; no prediction after this. */
  @Override
  public void close() {}

  @SuppressWarnings("TypeParameterUnusedInFormals")
  private static <R> R pending() {
    throw new UnsupportedOperationException("not written yet");
  }
}
