package dev.emovox.serving.prediction;

import dev.emovox.audio.decode.AudioDecoder;
import dev.emovox.serving.batching.Batcher;
import dev.emovox.serving.model.LiveModel;
import dev.emovox.serving.model.ModelRole;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/**
 * Answers questions with a model that is live when their work begins; it stays the same from
 * beginning to end of an answer. What the challenger can't answer, the champion answers, unless the
 * challenger's version was asked for.
 *
 * <p>Work is given up as soon as nobody waits for it: when its time is over, or when the future
 * that the client holds is cancelled. What has not begun then is never computed.
 *
 * <p>Safe for use by several threads; nothing here waits.
 */
public final class PredictionEngine {
  private final AudioDecoder decoder;
  private final ModelRouter router;
  private final Stages stages;

  /**
   * What a question goes through.
   *
   * @param admission says whether there is room
   * @param pool decodes
   * @param batcher computes for models that gain from batches
   * @param observer hears every clip
   * @param listener told of all
   */
  public record Stages(
      Admission admission,
      PredictionPool pool,
      Batcher batcher,
      ClipObserver observer,
      EngineListener listener) {}

  public PredictionEngine(AudioDecoder decoder, ModelRouter router, Stages stages) {
    this.decoder = decoder;
    this.router = router;
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
    CompletableFuture<Classification> answer = new CompletableFuture<>();
    var unusedTimer = answer.orTimeout(question.patience().toNanos(), TimeUnit.NANOSECONDS);
    attempt(question, answer);
    return answer;
  }

  private void attempt(Question question, CompletableFuture<Classification> answer) {
    PredictionTask task = new PredictionTask(question, decoder, router, stages);
    var unusedEnd =
        task.answer()
            .whenComplete((classification, failure) -> end(task, answer, classification, failure));
    stages.pool().execute(task);
    var unused = answer.whenComplete((classification, failure) -> takeBack(task));
  }

  private void end(
      PredictionTask task,
      CompletableFuture<Classification> answer,
      Classification classification,
      Throwable failure) {
    if (failure == null) {
      answer.complete(classification);
      return;
    }
    Optional<LiveModel> challenger =
        task.asked().filter(live -> live.role() == ModelRole.CHALLENGER);
    if (challenger.isEmpty() || task.question().version().isPresent() || answer.isDone()) {
      answer.completeExceptionally(failure);
    } else {
      standIn(task.question(), answer, challenger.get(), failure);
    }
  }

  private void standIn(
      Question question,
      CompletableFuture<Classification> answer,
      LiveModel challenger,
      Throwable failure) {
    // Only what the champion can answer is the challenger's fault.
    var unused =
        answer.thenAccept(given -> router.standIns().stoodIn(challenger, causeOf(failure)));
    stages.admission().stay();
    attempt(question.toChampion(), answer);
  }

  private static Throwable causeOf(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }

  /** Where the answer is known, there is nothing left to take back. */
  private void takeBack(PredictionTask task) {
    task.answer().cancel(false);
    if (stages.pool().remove(task)) {
      task.drop();
    }
  }

  /** Requests that wait for a thread, and clips that wait for the model. */
  public int waiting() {
    return stages.pool().waiting() + stages.batcher().waiting();
  }
}
