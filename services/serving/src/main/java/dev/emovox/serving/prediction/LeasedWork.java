package dev.emovox.serving.prediction;

import dev.emovox.audio.AudioClip;
import dev.emovox.serving.batching.ComputedClip;
import dev.emovox.serving.batching.WaitingClip;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What is done for a question once its clip is heard and its model leased: the model's part, on
 * this thread or in batches.
 *
 * @param answering the clip and the model
 * @param answer what the client waits for
 * @param stages where clips go, and who is told
 * @param leave called once when clips that were handed over have all left the model
 */
record LeasedWork(
    Answering answering,
    CompletableFuture<Classification> answer,
    PredictionEngine.Stages stages,
    Runnable leave) {

  /** Computes clip by clip on this thread, and stops when nobody waits any more. */
  void compute() {
    List<ComputedClip> computed = new ArrayList<>();
    for (AudioClip clip : answering.heard().clips()) {
      if (answer.isDone()) {
        stages.listener().dropped();
        return;
      }
      computed.add(answering.compute(clip));
    }
    end(answering.classification(computed), null);
  }

  /** What the batcher is to compute. */
  List<WaitingClip> handOver() {
    List<AudioClip> clips = answering.heard().clips();
    AtomicInteger inside = new AtomicInteger(clips.size());
    Runnable left =
        () -> {
          if (inside.decrementAndGet() == 0) {
            leave.run();
          }
        };
    long now = System.nanoTime();
    List<WaitingClip> waiting =
        clips.stream()
            .map(
                clip ->
                    new WaitingClip(answering.live(), clip, new CompletableFuture<>(), left, now))
            .toList();
    gather(waiting.stream().map(WaitingClip::answer).toList());
    return waiting;
  }

  private void gather(List<CompletableFuture<ComputedClip>> computed) {
    var unused =
        CompletableFuture.allOf(computed.toArray(new CompletableFuture<?>[0]))
            .thenApply(none -> computed.stream().map(CompletableFuture::join).toList())
            .thenApply(answering::classification)
            .whenComplete(this::end);
    // If one fails, the whole has failed: the others need not be waited for.
    computed.forEach(one -> ended(one.exceptionally(this::fail)));
    // If nobody waits any more, those that have not begun need not be computed.
    ended(answer.whenComplete((none, failure) -> computed.forEach(one -> one.cancel(false))));
  }

  private void end(Classification classification, Throwable failure) {
    if (failure != null) {
      answer.completeExceptionally(failure);
    } else if (answer.complete(classification)) {
      stages.listener().answered(answering.live(), classification);
    }
  }

  private ComputedClip fail(Throwable failure) {
    answer.completeExceptionally(failure);
    return null;
  }

  /** Steps that follow by themselves; whatever happens in them has reached the answer. */
  private static void ended(CompletableFuture<?> unused) {}
}
