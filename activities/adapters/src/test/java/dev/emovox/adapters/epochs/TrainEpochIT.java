package dev.emovox.adapters.epochs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.emovox.adapters.epochs.TinyTraining.Attempt;
import dev.emovox.contracts.CacheUse;
import dev.emovox.contracts.EpochOutcome;
import dev.emovox.contracts.EpochRequest;
import dev.emovox.contracts.FailureType;
import dev.emovox.contracts.NamedArtifact;
import dev.emovox.domain.Digest;
import dev.emovox.local.Server;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Epochs of a tiny network, interrupted in every way. */
@TestInstance(Lifecycle.PER_CLASS)
class TrainEpochIT {
  private static final int STEPS = 5;

  private TinyTraining training;

  @BeforeAll
  void start(@TempDir Path folder) {
    training = new TinyTraining(folder);
  }

  @AfterAll
  void stop() {
    training.close();
  }

  @Test
  void anEpochThatIsStoppedAfterEveryStepEndsWithTheSameBytes() throws Exception {
    EpochRequest request = training.first(42);
    CountedSteps shown = new CountedSteps(-1);
    EpochOutcome whole = train(request, shown);
    int steps = shown.steps().size();
    assertThat(steps).isGreaterThanOrEqualTo(STEPS);
    assertThat(whole.steps()).isEqualTo(steps);
    assertThat(training.checkpoints.numbers(training.key(request))).isEmpty();
    new Vandal(training.servers.s3()).forget(training.key(request));

    for (int attempt = 1; attempt < steps; attempt++) {
      try (Attempt stopped = training.drainedAfter(1)) {
        ApplicationFailure failure = failureOf(() -> stopped.activities().trainEpoch(request));
        assertThat(failure.getType()).isEqualTo(FailureType.SERVER_UNAVAILABLE);
        assertThat(failure.isNonRetryable()).isFalse();
      }
      assertThat(training.checkpoints.numbers(training.key(request)))
          .hasSizeLessThanOrEqualTo(2)
          .endsWith((long) attempt);
    }
    CountedSteps last = new CountedSteps(-1);
    EpochOutcome resumed = train(request, last);

    assertThat(last.steps()).hasSize(1);
    assertThat(resumed.stage().cache()).isEqualTo(CacheUse.MISS);
    assertThat(digests(resumed)).isEqualTo(digests(whole));
    assertThat(resumed.trainingLoss()).isEqualTo(whole.trainingLoss());
    assertThat(resumed.validation()).isEqualTo(whole.validation());
    assertThat(training.checkpoints.numbers(training.key(request))).isEmpty();
  }

  @Test
  void anEpochThatWasTrainedIsFound() {
    EpochRequest request = training.first(1);
    EpochOutcome first = train(request, new CountedSteps(-1));
    CountedSteps none = new CountedSteps(-1);
    EpochOutcome found = train(request, none);

    assertThat(first.stage().cache()).isEqualTo(CacheUse.MISS);
    assertThat(found.stage().cache()).isEqualTo(CacheUse.HIT);
    assertThat(found.seconds()).isEqualTo(first.seconds());
    assertThat(digests(found)).isEqualTo(digests(first));
    assertThat(none.steps()).isEmpty();
  }

  @Test
  void theNextEpochIsTheSameWhetherTheNetworkStayedLoadedOrNot() throws Exception {
    EpochRequest first = training.first(2);
    EpochRequest second;
    EpochOutcome kept;
    try (Attempt process = training.attempt(new CountedSteps(-1))) {
      second = training.after(first, process.activities().trainEpoch(first));
      kept = process.activities().trainEpoch(second);
    }
    new Vandal(training.servers.s3()).forget(training.key(second));
    EpochOutcome loaded = train(second, new CountedSteps(-1));

    assertThat(loaded.stage().cache()).isEqualTo(CacheUse.MISS);
    assertThat(digests(loaded)).isEqualTo(digests(kept));
    assertThat(loaded.steps()).isGreaterThan(STEPS);
  }

  @Test
  void anEpochThatIsCancelledLeavesACheckpoint() {
    EpochRequest request = training.first(3);
    CountedSteps counted = new CountedSteps(2);
    try (Attempt attempt = training.attempt(counted)) {
      CountDownLatch beats = attempt.cancelledBy(counted);
      assertThatThrownBy(() -> attempt.activities().trainEpoch(request))
          .isInstanceOf(CanceledFailure.class);
      assertThat(beats.getCount()).isZero();
    }

    assertThat(training.checkpoints.numbers(training.key(request))).contains(2L);
  }

  @Test
  void aDamagedCheckpointIsPassedOver() throws Exception {
    EpochRequest request = training.first(4);
    EpochOutcome whole = train(request, new CountedSteps(-1));
    Vandal vandal = new Vandal(training.servers.s3());
    vandal.forget(training.key(request));
    try (Attempt stopped = training.drainedAfter(3)) {
      failureOf(() -> stopped.activities().trainEpoch(request));
    }
    assertThat(training.checkpoints.numbers(training.key(request))).containsExactly(2L, 3L);
    vandal.damageCheckpoint(training.key(request), 3);
    CountedSteps shown = new CountedSteps(-1);

    EpochOutcome resumed = train(request, shown);

    assertThat(shown.steps().get(0).step()).isEqualTo(3);
    assertThat(digests(resumed)).isEqualTo(digests(whole));
  }

  @Test
  void anEpochOutlastsAStoreThatIsAwayWithoutDoingAStepTwice() throws Exception {
    EpochRequest request = training.first(6);
    EpochOutcome whole = train(request, new CountedSteps(-1));
    new Vandal(training.servers.s3()).forget(training.key(request));
    CountedSteps shown = new CountedSteps((int) whole.steps());
    CompletableFuture<Void> restart = new CompletableFuture<>();
    shown.atLast(
        () -> {
          training.servers.kill(Server.S3_SEAWEEDFS);
          restart.completeAsync(
              () -> {
                training.servers.restart(Server.S3_SEAWEEDFS);
                return null;
              });
        });

    EpochOutcome outlasted = train(request, shown);

    restart.get(1, TimeUnit.MINUTES);
    assertThat(shown.steps()).hasSize((int) whole.steps());
    assertThat(digests(outlasted)).isEqualTo(digests(whole));
  }

  @Test
  void anEpochWhoseBeginningIsGoneSaysSo() throws Exception {
    EpochRequest first = training.first(5);
    EpochOutcome outcome = train(first, new CountedSteps(-1));
    EpochRequest second = training.after(first, outcome);
    new Vandal(training.servers.s3()).delete(outcome.stage().output("optimiser"));

    ApplicationFailure failure;
    try (Attempt process = training.attempt(new CountedSteps(-1))) {
      failure = failureOf(() -> process.activities().trainEpoch(second));
    }

    assertThat(failure.getType()).isEqualTo(FailureType.CHECKPOINT_GONE);
    assertThat(failure.isNonRetryable()).isTrue();
  }

  private EpochOutcome train(EpochRequest request, CountedSteps metrics) {
    try (Attempt process = training.attempt(metrics)) {
      return process.activities().trainEpoch(request);
    }
  }

  static List<Digest> digests(EpochOutcome outcome) {
    List<NamedArtifact> outputs = outcome.stage().outputs();
    assertThat(outputs)
        .extracting(NamedArtifact::name)
        .containsExactly("weights", "optimiser", "steps", "position");
    return outputs.stream().map(output -> output.artifact().digest()).toList();
  }

  private static ApplicationFailure failureOf(Runnable call) {
    Throwable thrown = catchThrowable(call::run);
    assertThat(thrown).isInstanceOf(ActivityFailure.class);
    return (ApplicationFailure) thrown.getCause();
  }
}
