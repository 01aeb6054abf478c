package dev.emovox.orchestration;

import dev.emovox.contracts.DriftActivities;
import dev.emovox.contracts.DriftResponse;
import dev.emovox.contracts.DriftResponse.Action;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Schedules that fire, except one that is paused. */
final class FakeDrift implements DriftActivities {
  static final String PAUSED = "paused";

  final List<String> fired = new CopyOnWriteArrayList<>();

  @Override
  public DriftResponse startRetraining(String schedule, String requestId) {
    if (schedule.equals(PAUSED)) {
      return new DriftResponse(Action.REFUSED, "schedule 'paused' is paused");
    }
    fired.add(schedule + " for " + requestId);
    return new DriftResponse(Action.RETRAINING, "fired");
  }
}
