package dev.emovox.orchestration;

import dev.emovox.contracts.BaselineTrainingRequest;
import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.contracts.ModelTrackingRequest;
import dev.emovox.contracts.RegisteredVersion;
import dev.emovox.contracts.RegistrationRequest;
import dev.emovox.contracts.RunStatus;
import dev.emovox.contracts.TrackedRun;
import dev.emovox.contracts.TrackingActivities;
import dev.emovox.contracts.TrainedModel;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Remembers what it was told. */
final class FakeTracking implements TrackingActivities {
  final List<TrainedModel> recorded = new CopyOnWriteArrayList<>();
  final List<BaselineTrainingRequest> trainings = new CopyOnWriteArrayList<>();
  final List<RegistrationRequest> registered = new CopyOnWriteArrayList<>();
  final List<RunStatus> closed = new CopyOnWriteArrayList<>();
  final AtomicInteger openAttempts = new AtomicInteger();
  volatile AttemptBehaviour opening = attempt -> {};
  volatile AttemptBehaviour closing = attempt -> {};

  @Override
  public TrackedRun openRun(ExperimentPlan plan) {
    opening.on(openAttempts.incrementAndGet());
    return new TrackedRun("1", plan.runId(), "http://localhost/" + plan.runId());
  }

  @Override
  public TrackedRun recordModel(ModelTrackingRequest request) {
    trainings.add(request.training());
    recorded.add(request.model());
    String name = request.model().split() + "-" + request.model().settings().name();
    return new TrackedRun("1", name, "http://localhost/" + name);
  }

  @Override
  public RegisteredVersion register(RegistrationRequest request) {
    registered.add(request);
    return new RegisteredVersion(
        request.plan().registration().modelName(),
        "1",
        request.model().modelPackage().output("package").digest());
  }

  @Override
  public void closeRun(TrackedRun run, RunStatus status) {
    closing.on(1);
    closed.add(status);
  }
}
