package dev.emovox.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emovox.contracts.RunState;
import dev.emovox.contracts.RunStatus;
import dev.emovox.local.Server;
import dev.emovox.settings.Endpoints;
import io.temporal.client.WorkflowStub;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Servers that go away while a run is under way, and come back. */
@SuppressWarnings("try") // a worker is there to work, not to be called
@ExtendWith(Stack.class)
class OutageIT {

  @Test
  void theRunEndsWhenEveryServerIsBack(Stack.Running stack, @TempDir Path data)
      throws InterruptedException {
    SmallExperiment.speech(data);
    Endpoints endpoints = stack.withBucket("outage");
    stack.servers().kill(Server.MLFLOW);
    try (InProcessWorker worker = InProcessWorker.start(endpoints);
        Runs runs = new Runs(endpoints.temporal())) {
      WorkflowStub run = runs.start(SmallExperiment.plan("outage", data, 4));
      runs.await(run, status -> status.state() == RunState.RUNNING);
      stack.servers().restart(Server.MLFLOW);

      runs.await(run, status -> status.trackedRun() != null);
      stack.servers().kill(Server.S3_SEAWEEDFS);
      stack.servers().kill(Server.TEMPORAL);
      stack.servers().restart(Server.TEMPORAL);
      stack.servers().restart(Server.S3_SEAWEEDFS);

      RunStatus status = runs.result(run);
      assertThat(status.state()).isEqualTo(RunState.DONE);
      assertThat(status.models()).hasSize(4);
    }
  }
}
