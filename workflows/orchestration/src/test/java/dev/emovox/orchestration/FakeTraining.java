package dev.emovox.orchestration;

import dev.emovox.contracts.EpochOutcome;
import dev.emovox.contracts.EpochRequest;
import dev.emovox.contracts.EvaluationOutcome;
import dev.emovox.contracts.NetworkTestRequest;
import dev.emovox.contracts.TrainingActivities;
import dev.emovox.domain.ValidationScores;
import io.temporal.activity.Activity;
import io.temporal.client.ActivityCompletionException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** Trains nothing; validation recalls are as given, 0.5 where none is. */
final class FakeTraining implements TrainingActivities {
  final List<EpochRequest> epochs = new CopyOnWriteArrayList<>();
  final List<NetworkTestRequest> tests = new CopyOnWriteArrayList<>();
  final Map<String, List<Double>> recallsByStage = new ConcurrentHashMap<>();
  volatile EpochBehaviour behaviour = (epoch, attempt) -> {};
  private final Journal journal;

  FakeTraining(Journal journal) {
    this.journal = journal;
  }

  /** What an epoch does before it answers: fail, wait, or nothing. */
  @FunctionalInterface
  interface EpochBehaviour {
    /** Called with the number of the attempt, counted from one. */
    void on(EpochRequest epoch, int attempt);
  }

  @Override
  public EpochOutcome trainEpoch(EpochRequest request) {
    journal.note("train " + request.stage().name() + " epoch " + request.epoch());
    epochs.add(request);
    behaviour.on(request, Activity.getExecutionContext().getInfo().getAttempt());
    return outcome(request, recall(request));
  }

  @Override
  public EvaluationOutcome testNetwork(NetworkTestRequest request) {
    journal.note("test");
    tests.add(request);
    return new EvaluationOutcome(
        FakeArtifacts.made(request, "predictions", "report"),
        FakeArtifacts.scores(0.5),
        Map.of("ravdess", FakeArtifacts.scores(0.5)),
        Map.of());
  }

  /** An epoch that goes on until it is cancelled, and then leaves a checkpoint. */
  void untilCancelled(CountDownLatch started) {
    started.countDown();
    while (true) {
      try {
        Activity.getExecutionContext().heartbeat(null);
        Thread.onSpinWait();
      } catch (ActivityCompletionException cancelled) {
        journal.note("checkpoint");
        throw cancelled;
      }
    }
  }

  static EpochOutcome outcome(EpochRequest request, double recall) {
    String content =
        String.join("/", request.modelName(), request.splitName(), request.stage().name());
    return new EpochOutcome(
        FakeArtifacts.made(content + "/" + request.epoch(), "weights", "optimiser", "position"),
        request.epoch(),
        10L * request.epoch(),
        1.0 / request.epoch(),
        new ValidationScores(1, recall, recall, recall, recall),
        2.5,
        10);
  }

  private double recall(EpochRequest request) {
    List<Double> recalls = recallsByStage.getOrDefault(request.stage().name(), List.of());
    return request.epoch() <= recalls.size() ? recalls.get(request.epoch() - 1) : 0.5;
  }
}
