package dev.emovox.serving.model;

import dev.emovox.audio.AudioClip;
import dev.emovox.domain.LabelSet;
import dev.emovox.inference.Prediction;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** A model with fixed answers that counts what is done to it. */
public final class FakeModel implements EmotionModel {
  /** The classes of every fake model. */
  public static final LabelSet LABELS = new LabelSet(List.of("angry", "happy", "sad"));

  private final UnaryOperator<double[]> answer;
  private final AtomicInteger closed = new AtomicInteger();
  private final AtomicInteger predictions = new AtomicInteger();
  private final AtomicInteger predictionsAfterClose = new AtomicInteger();

  /** A model whose answers go through {@code answer} first. */
  public FakeModel(UnaryOperator<double[]> answer) {
    this.answer = answer;
  }

  /** A model that always says happy. */
  public static FakeModel happy() {
    return new FakeModel(probabilities -> probabilities);
  }

  @Override
  public LabelSet labels() {
    return LABELS;
  }

  @Override
  public Prediction predict(AudioClip clip) {
    predictions.incrementAndGet();
    double[] result = answer.apply(new double[] {0.2, 0.7, 0.1});
    predictionsAfterClose.addAndGet(closed.get());
    return new Prediction("happy", result, new double[] {-1.5, 2.5, -2.5});
  }

  @Override
  public void close() {
    closed.incrementAndGet();
  }

  /** How often it was closed. */
  public int closed() {
    return closed.get();
  }

  /** How often it was asked. */
  public int predictions() {
    return predictions.get();
  }

  /** How often an answer ended after the model was closed, which must never be. */
  public int predictionsAfterClose() {
    return predictionsAfterClose.get();
  }
}
