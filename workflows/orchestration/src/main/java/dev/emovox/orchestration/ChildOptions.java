package dev.emovox.orchestration;

import io.temporal.api.enums.v1.ParentClosePolicy;
import io.temporal.workflow.ChildWorkflowOptions;

/** How a run starts its child workflows. */
final class ChildOptions {
  private ChildOptions() {}

  /** Options for a child with the given workflow id; it is cancelled when its run ends early. */
  static ChildWorkflowOptions named(String workflowId) {
    return ChildWorkflowOptions.newBuilder()
        .setWorkflowId(workflowId)
        .setParentClosePolicy(ParentClosePolicy.PARENT_CLOSE_POLICY_REQUEST_CANCEL)
        .build();
  }
}
