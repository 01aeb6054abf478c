package dev.emovox.serving.prediction;

import dev.emovox.audio.AudioClip;
import dev.emovox.audio.decode.AudioDecoder;
import dev.emovox.serving.batching.WaitingClip;
import dev.emovox.serving.model.LiveModel;
import dev.emovox.serving.model.ModelLease;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * One model's work for one question. It runs on a thread of the pool: decodes, and either computes
 * right there or hands the clips to the batcher. The model stays leased, and the place in the
 * service taken, until the last of its clips has left the model, whether or not anyone still waits.
 */
final class PredictionTask implements Runnable {
  private final Question question;
  private final AudioDecoder decoder;
  private final ModelRouter router;
  private final PredictionEngine.Stages stages;
  private final CompletableFuture<Classification> answer = new CompletableFuture<>();
  private final long submitted = System.nanoTime();
  private volatile Optional<LiveModel> asked = Optional.empty();

  PredictionTask(
      Question question, AudioDecoder decoder, ModelRouter router, PredictionEngine.Stages stages) {
    this.question = question;
    this.decoder = decoder;
    this.router = router;
    this.stages = stages;
  }

  CompletableFuture<Classification> answer() {
    return answer;
  }

  Question question() {
    return question;
  }

  /** The model that was given the clip; empty if it did not come to that. */
  Optional<LiveModel> asked() {
    return asked;
  }

  /** Leaves without any work done. */
  void drop() {
    stages.listener().dropped();
    stages.admission().leave(false);
  }

  @Override
  public void run() {
    if (answer.isDone()) {
      drop();
      return;
    }
    List<WaitingClip> waiting = List.of();
    stages.batcher().announce();
    try {
      waiting = begin();
    } catch (RuntimeException | Error e) {
      answer.completeExceptionally(e);
      // What is refused takes no time that says how long an answer takes.
      stages.admission().leave(false);
    } finally {
      stages.batcher().arrive(waiting);
    }
  }

  /** Computes at once, or returns what the batcher is to compute. */
  private List<WaitingClip> begin() {
    long begun = System.nanoTime();
    ModelLease lease = router.lease(question).orElseThrow(NoModelException::new);
    try {
      Answering answering = hear(lease, begun);
      LeasedWork work = new LeasedWork(answering, answer, stages, () -> leave(lease));
      if (answering.live().loaded().model().gainsFromBatches()) {
        return work.handOver();
      }
      work.compute();
      leave(lease);
      return List.of();
    } catch (RuntimeException | Error e) {
      lease.close();
      throw e;
    }
  }

  private Answering hear(ModelLease lease, long begun) {
    question.checkVersion(lease.live().identity().version());
    HeardClip heard =
        HeardClip.of(
            question, decoder, lease.live().loaded().model(), clip -> ask(lease.live(), clip));
    long decoded = System.nanoTime() - begun;
    stages.listener().decoded(decoded);
    return new Answering(lease.live(), heard, begun - submitted, decoded);
  }

  private void ask(LiveModel live, AudioClip clip) {
    asked = Optional.of(live);
    stages.observer().heard(question, clip, live, answer);
  }

  private void leave(ModelLease lease) {
    lease.close();
    stages.admission().leave(true);
  }
}
