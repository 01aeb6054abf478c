package dev.emovox.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.contracts.FailureType;
import dev.emovox.contracts.RunState;
import dev.emovox.contracts.RunStatus;
import dev.emovox.settings.Endpoints;
import dev.emovox.tracking.MlflowTracking;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.ApplicationFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Requests that can't work fail soon, with words that say what to do. */
@SuppressWarnings("try") // a worker is there to work, not to be called
@ExtendWith(Stack.class)
class BadInputIT {
  @TempDir private Path data;

  @Test
  void aFolderWithoutSpeech(Stack.Running stack) throws IOException {
    Files.writeString(data.resolve("notes.txt"), "nothing to hear");

    assertThat(failure(stack.withBucket("bad-empty"), "bad-empty")).contains(data.toString());
  }

  @Test
  void aFolderThatIsNotThere(Stack.Running stack) {
    data = data.resolve("nowhere");

    assertThat(failure(stack.withBucket("bad-missing"), "bad-missing")).contains("nowhere");
  }

  @Test
  void oneSpeakerForASpeakerDisjointSplit(Stack.Running stack) {
    SmallExperiment.speech(data);
    keepOneSpeaker();

    ExperimentPlan plan = SmallExperiment.speakersOnly(plan("bad-speaker"));
    assertThat(failure(stack.withBucket("bad-speaker"), plan))
        .contains("ravdess")
        .contains("two speakers");
  }

  @Test
  void aBucketThatIsNotThere(Stack.Running stack) {
    SmallExperiment.speech(data);

    assertThat(failure(stack.withoutBucket("no-such-bucket"), "bad-bucket"))
        .contains("no-such-bucket");
  }

  @Test
  void credentialsThatAreWrong(Stack.Running stack) {
    SmallExperiment.speech(data);

    assertThat(failure(stack.withWrongSecret(), "bad-keys"))
        .contains("EMOVOX_S3_SECRET_KEY")
        .doesNotContain("wrong-secret");
  }

  private ExperimentPlan plan(String runId) {
    return SmallExperiment.plan(runId, data, 20);
  }

  private String failure(Endpoints endpoints, String runId) {
    return failure(endpoints, plan(runId));
  }

  /** The message of the run's failure, after the run's own end was checked. */
  private String failure(Endpoints endpoints, ExperimentPlan plan) {
    try (InProcessWorker worker = InProcessWorker.start(endpoints);
        Runs runs = new Runs(endpoints.temporal());
        MlflowTracking tracking = new MlflowTracking(endpoints.mlflow())) {
      WorkflowStub run = runs.start(plan);
      WorkflowFailedException failed =
          catchThrowableOfType(WorkflowFailedException.class, () -> runs.result(run));
      ApplicationFailure cause = (ApplicationFailure) failed.getCause();
      RunStatus status = runs.status(run);
      assertThat(cause.getType()).isEqualTo(FailureType.INVALID_INPUT);
      assertThat(status.state()).isEqualTo(RunState.FAILED);
      assertThat(status.error()).isEqualTo(cause.getOriginalMessage());
      assertThat(tracking.run(status.trackedRun().runId()).status()).isEqualTo("FAILED");
      return status.error();
    }
  }

  private void keepOneSpeaker() {
    Folders.delete(data.resolve("SAVEE"));
    Folders.delete(
        data.resolve("RAVDESS"),
        path -> Files.isRegularFile(path) && !path.toString().endsWith("-01.wav"));
  }
}
