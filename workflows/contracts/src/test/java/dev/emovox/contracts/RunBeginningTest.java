package dev.emovox.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.history.v1.WorkflowTaskCompletedEventAttributes;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunBeginningTest {
  private static final HistoryEvent ASKED_FOR =
      event(1, EventType.EVENT_TYPE_WORKFLOW_EXECUTION_STARTED).build();

  @Test
  void aRunBeginsWithTheFirstTaskThatWasCompleted() {
    assertThat(
            RunBeginning.millis(
                List.of(
                    ASKED_FOR,
                    event(2, EventType.EVENT_TYPE_WORKFLOW_TASK_SCHEDULED).build(),
                    event(3, EventType.EVENT_TYPE_WORKFLOW_TASK_STARTED).build(),
                    event(4, EventType.EVENT_TYPE_WORKFLOW_TASK_TIMED_OUT).build(),
                    event(5, EventType.EVENT_TYPE_WORKFLOW_TASK_STARTED).build(),
                    completed(6, 5),
                    event(7, EventType.EVENT_TYPE_WORKFLOW_TASK_STARTED).build(),
                    completed(8, 7))))
        .isEqualTo(5_250);
  }

  @Test
  void aRunThatNobodyTookUpBeganWhenItWasAskedFor() {
    assertThat(RunBeginning.millis(List.of(ASKED_FOR))).isEqualTo(1_250);
  }

  private static HistoryEvent completed(int number, int started) {
    return event(number, EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED)
        .setWorkflowTaskCompletedEventAttributes(
            WorkflowTaskCompletedEventAttributes.newBuilder().setStartedEventId(started))
        .build();
  }

  /** An event a quarter past its number in seconds. */
  private static HistoryEvent.Builder event(int number, EventType type) {
    return HistoryEvent.newBuilder()
        .setEventId(number)
        .setEventType(type)
        .setEventTime(Timestamp.newBuilder().setSeconds(number).setNanos(250_999_999));
  }
}
