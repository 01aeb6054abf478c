package dev.emovox.orchestration;

import dev.emovox.contracts.FailureType;
import dev.emovox.contracts.ScheduleActivities;
import dev.emovox.contracts.ScheduleCheck;
import dev.emovox.contracts.ScheduleFingerprint;
import dev.emovox.contracts.ScheduleOutcome;
import dev.emovox.contracts.ScheduledRun;
import dev.emovox.domain.Digest;
import io.temporal.failure.ApplicationFailure;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Finds everything unchanged since the run it is told of, and keeps what it is to remember. */
final class FakeScheduleRecords implements ScheduleActivities {
  static final ScheduleFingerprint NOW =
      new ScheduleFingerprint(Digest.of("data"), Digest.of("settings"));

  volatile Optional<String> unchangedSince = Optional.empty();
  volatile String failure;
  final List<ScheduleOutcome> outcomes = new CopyOnWriteArrayList<>();
  final List<ScheduleFingerprint> fingerprints = new CopyOnWriteArrayList<>();

  @Override
  public ScheduleCheck compareWithLastRun(ScheduledRun scheduled) {
    if (failure != null) {
      throw ApplicationFailure.newFailure(failure, FailureType.INVALID_INPUT);
    }
    return new ScheduleCheck(NOW, unchangedSince, "the fake says so");
  }

  @Override
  public void remember(ScheduleOutcome outcome, ScheduleFingerprint fingerprint) {
    outcomes.add(outcome);
    if (fingerprint != null) {
      fingerprints.add(fingerprint);
    }
  }
}
