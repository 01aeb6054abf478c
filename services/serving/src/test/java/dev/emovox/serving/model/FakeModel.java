package dev.emovox.serving.model;

import dev.emovox.audio.AudioClip;
import dev.emovox.domain.LabelSet;
import dev.emovox.inference.Prediction;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** A model with fixed answers that counts what is done to it. */
public final class FakeModel implements EmotionModel {
  /** The classes of every fake model. */
  public static final LabelSet LABELS = new LabelSet(List.of("angry", "happy", "sad"));

  private final UnaryOperator<double[]> answer;
  private final boolean batches;
  private Optional<RuntimeException> refusal = Optional.empty();
  private final Queue<Integer> batchSizes = new ConcurrentLinkedQueue<>();
  private final AtomicInteger closed = new AtomicInteger();
  private final AtomicInteger predictions = new AtomicInteger();
  private final AtomicInteger predictionsAfterClose = new AtomicInteger();

  /** A model whose answers go through {@code answer} first. */
  public FakeModel(UnaryOperator<double[]> answer) {
    this(answer, false);
  }

  private FakeModel(UnaryOperator<double[]> answer, boolean batches) {
    this.answer = answer;
    this.batches = batches;
  }

  /** A model that wants its clips together, as a network does. */
  public static FakeModel network(UnaryOperator<double[]> answer) {
    return new FakeModel(answer, true);
  }

  /** A model that always says happy. */
  public static FakeModel happy() {
    return new FakeModel(probabilities -> probabilities);
  }

  @Override
  public LabelSet labels() {
    return LABELS;
  }

  /** A model that can prepare no clip; the warm-up clip is not prepared. */
  public static FakeModel unable(RuntimeException failure) {
    FakeModel model = happy();
    model.refusal = Optional.of(failure);
    return model;
  }

  @Override
  public AudioClip prepare(AudioClip clip) {
    if (refusal.isPresent()) {
      throw refusal.get();
    }
    return clip;
  }

  @Override
  public boolean gainsFromBatches() {
    return batches;
  }

  @Override
  public List<Prediction> predict(List<AudioClip> clips) {
    batchSizes.add(clips.size());
    return clips.stream().map(clip -> one()).toList();
  }

  private Prediction one() {
    predictions.incrementAndGet();
    double[] result = answer.apply(new double[] {0.2, 0.7, 0.1});
    predictionsAfterClose.addAndGet(closed.get());
    return new Prediction("happy", result, new double[] {-1.5, 2.5, -2.5});
  }

  /** How many clips it was asked for each time, in order. */
  public List<Integer> batchSizes() {
    return List.copyOf(batchSizes);
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
