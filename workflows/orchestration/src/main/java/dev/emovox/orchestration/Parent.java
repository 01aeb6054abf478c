package dev.emovox.orchestration;

import dev.emovox.contracts.Retraining;
import dev.emovox.contracts.StageProgress;
import dev.emovox.contracts.StageStatus;
import io.temporal.workflow.Workflow;
import java.util.Optional;

/** The run that started this child workflow, if one did. */
final class Parent {
  private final Optional<Retraining> run =
      Workflow.getInfo()
          .getParentWorkflowId()
          .map(id -> Workflow.newExternalWorkflowStub(Retraining.class, id));

  void tell(StageProgress progress) {
    run.ifPresent(parent -> parent.progress(progress));
  }

  void tell(StageStatus stage) {
    run.ifPresent(parent -> parent.stage(stage));
  }
}
