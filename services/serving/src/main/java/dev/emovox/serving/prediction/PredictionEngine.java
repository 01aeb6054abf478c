package dev.emovox.serving.prediction;

import dev.emovox.audio.decode.AudioDecoder;
import dev.emovox.serving.batching.Batcher;
import dev.emovox.serving.model.ModelHolder;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Answers questions with the model that is live when their work begins; it stays the same from
 * beginning to end of an answer.
 *
 * <p>Work is given up as soon as nobody waits for it: when its time is over, or when the future
 * that the client holds is cancelled. What has not begun then is never computed.
 *
 * <p>Safe for use by several threads; nothing here waits.
 */
public final class PredictionEngine {
  private final AudioDecoder decoder;
  private final ModelHolder models;
  private final Stages stages;

  /**
   * What a question goes through.
   *
   * @param admission says whether there is room
   * @param pool decodes
   * @param batcher computes for models that gain from batches
   * @param listener told of all
   */
  public record Stages(
      Admission admission, PredictionPool pool, Batcher batcher, EngineListener listener) {}

  public PredictionEngine(AudioDecoder decoder, ModelHolder models, Stages stages) {
    this.decoder = decoder;
    this.models = models;
    this.stages = stages;
  }

  /**
   * Begins to answer. The future fails with {@link NoModelException} before the first model is
   * live, {@link dev.emovox.audio.UnusableAudioException} if there is no usable sound, {@link
   * java.util.concurrent.TimeoutException} if the client's patience is over, or what is a bug.
   *
   * @throws OverloadedException if there is no room, or no answer in time can be expected
   */
  public CompletableFuture<Classification> submit(Question question) {
    stages.admission().enter(question.patience());
    PredictionTask task = new PredictionTask(question, decoder, models, stages);
    CompletableFuture<Classification> answer = task.answer();
    var unusedTimer = answer.orTimeout(question.patience().toNanos(), TimeUnit.NANOSECONDS);
    stages.pool().execute(task);
    var unused = answer.whenComplete((classification, failure) -> takeBack(task));
    return answer;
  }

  /** Where the answer is known, there is nothing left to take back. */
  private void takeBack(PredictionTask task) {
    if (stages.pool().remove(task)) {
      task.drop();
    }
  }

  /** Requests that wait for a thread, and clips that wait for the model. */
  public int waiting() {
    return stages.pool().waiting() + stages.batcher().waiting();
  }
}
