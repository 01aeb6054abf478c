package dev.emovox.orchestration;

import dev.emovox.contracts.EpochReport;
import dev.emovox.contracts.NetworkStart;
import dev.emovox.contracts.Retraining;
import dev.emovox.contracts.StageProgress;
import dev.emovox.contracts.StageReport;
import dev.emovox.contracts.StageStatus;
import io.temporal.workflow.SignalExternalWorkflowException;
import io.temporal.workflow.Workflow;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The run that started this child workflow, if one did. What it is told is for people to look at;
 * that it ended and can't be told any more is no reason to stop, for then it also ends its children
 * if they are to end.
 */
final class Parent {
  private final Optional<Retraining> run =
      Workflow.getInfo()
          .getParentWorkflowId()
          .map(id -> Workflow.newExternalWorkflowStub(Retraining.class, id));

  void tell(StageProgress progress) {
    tell(parent -> parent.progress(progress));
  }

  void tell(StageStatus stage) {
    tell(parent -> parent.stage(stage));
  }

  void tell(NetworkStart start) {
    tell(parent -> parent.networkStarted(start));
  }

  void tell(EpochReport epoch) {
    tell(parent -> parent.epochEnded(epoch));
  }

  void tell(StageReport stage) {
    tell(parent -> parent.networkStageEnded(stage));
  }

  private void tell(Consumer<Retraining> news) {
    try {
      run.ifPresent(news);
    } catch (SignalExternalWorkflowException e) {
      Workflow.getLogger(Parent.class).warn("The run could not be told", e);
    }
  }
}
