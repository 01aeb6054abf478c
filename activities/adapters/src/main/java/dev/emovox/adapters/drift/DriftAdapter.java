package dev.emovox.adapters.drift;

import dev.emovox.contracts.DriftActivities;
import dev.emovox.contracts.DriftResponse;
import dev.emovox.contracts.DriftResponse.Action;
import dev.emovox.contracts.ScheduledRetraining;
import dev.emovox.domain.ServerUnavailableException;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.schedule.v1.Schedule;
import io.temporal.api.schedule.v1.SchedulePatch;
import io.temporal.api.schedule.v1.TriggerImmediatelyRequest;
import io.temporal.api.workflowservice.v1.DescribeScheduleRequest;
import io.temporal.api.workflowservice.v1.PatchScheduleRequest;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import io.temporal.serviceclient.WorkflowServiceStubs;

/**
 * Lets schedules fire. A schedule that somebody paused stays quiet: that was meant. Whether a run
 * that goes on already keeps another from starting is for the schedule to say.
 */
public final class DriftAdapter implements DriftActivities {
  private static final String IDENTITY = "emovox-drift";

  private final WorkflowServiceStubs temporal;
  private final String namespace;

  /** The activities on the schedules of one namespace. */
  public DriftAdapter(WorkflowServiceStubs temporal, String namespace) {
    this.temporal = temporal;
    this.namespace = namespace;
  }

  @Override
  public DriftResponse startRetraining(String schedule, String requestId) {
    try {
      return start(schedule, requestId);
    } catch (StatusRuntimeException e) {
      if (e.getStatus().getCode() == Status.Code.NOT_FOUND) {
        return refused("there is no schedule '%s'".formatted(schedule));
      }
      throw new ServerUnavailableException(
          "Temporal can't let schedule '%s' fire (%s); this is tried again."
              .formatted(schedule, e.getStatus()),
          e);
    }
  }

  private DriftResponse start(String id, String requestId) {
    WorkflowServiceBlockingStub service = temporal.blockingStub();
    Schedule schedule =
        service
            .describeSchedule(
                DescribeScheduleRequest.newBuilder()
                    .setNamespace(namespace)
                    .setScheduleId(id)
                    .build())
            .getSchedule();
    String starts = schedule.getAction().getStartWorkflow().getWorkflowType().getName();
    if (!starts.equals(ScheduledRetraining.class.getSimpleName())) {
      return refused("schedule '%s' does not train anything".formatted(id));
    }
    if (schedule.getState().getPaused()) {
      return refused("schedule '%s' is paused".formatted(id));
    }
    service.patchSchedule(firing(id, requestId));
    return new DriftResponse(Action.RETRAINING, "schedule '%s' fired".formatted(id));
  }

  /** How it overlaps with a run that goes on is not said, which leaves it to the schedule. */
  private PatchScheduleRequest firing(String id, String requestId) {
    return PatchScheduleRequest.newBuilder()
        .setNamespace(namespace)
        .setScheduleId(id)
        .setIdentity(IDENTITY)
        .setRequestId(requestId)
        .setPatch(
            SchedulePatch.newBuilder()
                .setTriggerImmediately(TriggerImmediatelyRequest.getDefaultInstance()))
        .build();
  }

  private static DriftResponse refused(String reason) {
    return new DriftResponse(Action.REFUSED, reason);
  }
}
