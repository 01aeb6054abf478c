package dev.emovox.orchestration;

import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.contracts.IngestionOutcome;
import dev.emovox.contracts.RegisteredVersion;
import dev.emovox.contracts.RunState;
import dev.emovox.contracts.RunStatus;
import dev.emovox.contracts.TrackedRun;
import dev.emovox.contracts.TrainedModel;
import io.temporal.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** All that is known of a run so far. */
final class RunBoard {
  private static final double MILLIS_PER_SECOND = 1000;

  private final ExperimentPlan plan;
  private final long startedAtMillis = Workflow.currentTimeMillis();
  private final StageBoard stages = new StageBoard();
  private final NetworkBoard networks;
  private final List<TrainedModel> models = new ArrayList<>();
  private RunState state = RunState.RUNNING;
  private String error;
  private long endedAtMillis;
  private IngestionOutcome ingestion;
  private TrackedRun trackedRun;
  private RegisteredVersion registered;

  RunBoard(ExperimentPlan plan) {
    this.plan = plan;
    networks = new NetworkBoard(plan);
  }

  StageBoard stages() {
    return stages;
  }

  NetworkBoard networks() {
    return networks;
  }

  TrackedRun trackedRun() {
    return trackedRun;
  }

  void opened(TrackedRun run) {
    trackedRun = run;
  }

  void ingested(IngestionOutcome outcome) {
    ingestion = outcome;
  }

  void trained(TrainedModel model) {
    models.add(model);
  }

  void registered(RegisteredVersion version) {
    registered = version;
  }

  /** The run ended; {@code message} is one paragraph if it failed, else null. */
  RunStatus ended(RunState how, String message) {
    state = how;
    error = message;
    endedAtMillis = Workflow.currentTimeMillis();
    stages.abandon(endedAtMillis);
    networks.abandon();
    return status();
  }

  RunStatus status() {
    long until = state == RunState.RUNNING ? Workflow.currentTimeMillis() : endedAtMillis;
    return new RunStatus(
        plan.runId(),
        plan.experiment(),
        state,
        error,
        startedAtMillis,
        (until - startedAtMillis) / MILLIS_PER_SECOND,
        ingestion,
        stages.stages(),
        modelsInOrder(),
        networks.networks(),
        trackedRun,
        registered);
  }

  private List<TrainedModel> modelsInOrder() {
    return plan.splits().stream()
        .flatMap(split -> plan.models().stream().map(model -> model(split.name(), model.name())))
        .filter(Objects::nonNull)
        .toList();
  }

  private TrainedModel model(String split, String name) {
    return models.stream()
        .filter(model -> model.split().equals(split) && model.settings().name().equals(name))
        .findFirst()
        .orElse(null);
  }
}
