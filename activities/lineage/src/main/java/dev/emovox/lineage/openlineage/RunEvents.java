package dev.emovox.lineage.openlineage;

import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.contracts.RunState;
import dev.emovox.contracts.RunStatus;
import dev.emovox.contracts.StageNames;
import dev.emovox.contracts.StageStatus;
import dev.emovox.lineage.record.Derivation;
import dev.emovox.lineage.record.RunDerivations;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The events of a run, of its beginning and end and of those of its stages, as far as it has come.
 * They follow from plan and status alone: whoever tells them while the run goes on tells the same
 * as who tells them years later.
 */
public final class RunEvents {
  /** The namespace of all jobs. */
  static final String NAMESPACE = "emovox";

  private static final double MILLIS_PER_SECOND = 1000;

  private final ExperimentPlan plan;
  private final RunStatus status;
  private final DatasetForm datasets;
  private final UUID run;

  private RunEvents(ExperimentPlan plan, RunStatus status) {
    this.plan = plan;
    this.status = status;
    this.datasets = new DatasetForm(status);
    this.run = EventIds.of(plan.runId(), status.startedAtMillis());
  }

  /** All events so far, by time. */
  public static List<RunEvent> of(ExperimentPlan plan, RunStatus status) {
    return new RunEvents(plan, status).all();
  }

  private List<RunEvent> all() {
    List<RunEvent> events = new ArrayList<>();
    events.add(ofRun(new RunEvent.Moment(RunEvent.Type.START, time(status.startedAtMillis(), 0))));
    RunDerivations.of(plan, status).forEach(stage -> ofStage(stage).forEach(events::add));
    events.sort(Comparator.comparing(RunEvent::eventTime));
    end(status.state())
        .map(type -> new RunEvent.Moment(type, time(status.startedAtMillis(), status.seconds())))
        .ifPresent(moment -> events.add(ofRun(moment)));
    return events;
  }

  private static Instant time(long startMillis, double seconds) {
    return Instant.ofEpochMilli(startMillis + Math.round(seconds * MILLIS_PER_SECOND));
  }

  /** What it is called when it ends so; nothing while it has not. */
  private static Optional<RunEvent.Type> end(RunState state) {
    return switch (state) {
      case WAITING, RUNNING -> Optional.empty();
      case DONE -> Optional.of(RunEvent.Type.COMPLETE);
      case FAILED -> Optional.of(RunEvent.Type.FAIL);
      case CANCELLED -> Optional.of(RunEvent.Type.ABORT);
    };
  }

  private RunEvent ofRun(RunEvent.Moment moment) {
    SortedMap<String, Facet> facets = new TreeMap<>();
    if (moment.type() != RunEvent.Type.START) {
      addError(facets);
    }
    return RunEvent.of(
        moment,
        new RunEvent.Run(run, facets),
        job(plan.experiment(), "EXPERIMENT"),
        RunEvent.Datasets.none());
  }

  private void addError(SortedMap<String, Facet> facets) {
    if (status.error() != null) {
      facets.put("errorMessage", Facet.ErrorMessage.of(status.error()));
    }
  }

  private static RunEvent.Job job(String name, String type) {
    return new RunEvent.Job(
        NAMESPACE, name, new TreeMap<>(Map.of("jobType", Facet.JobType.of(type))));
  }

  private Stream<RunEvent> ofStage(Derivation derivation) {
    StageStatus stage = derivation.stage();
    // What is registered is known no sooner than it is.
    boolean known = !stage.name().equals(StageNames.REGISTRATION);
    RunEvent start =
        event(
            derivation,
            new RunEvent.Moment(RunEvent.Type.START, time(stage.startedAtMillis(), 0)),
            new RunEvent.Datasets(known ? inputs(derivation) : List.of(), List.of()));
    return Stream.concat(
        Stream.of(start),
        end(stage.state()).stream()
            .map(type -> new RunEvent.Moment(type, time(stage.startedAtMillis(), stage.seconds())))
            .map(
                moment ->
                    event(
                        derivation,
                        moment,
                        new RunEvent.Datasets(
                            inputs(derivation),
                            stage.outputs().stream().map(datasets::output).toList()))));
  }

  private List<RunEvent.Dataset> inputs(Derivation derivation) {
    if (derivation.stage().name().equals(StageNames.INGESTION)) {
      return plan.directories().stream().map(datasets::folder).toList();
    }
    return derivation.inputs().stream().map(datasets::input).toList();
  }

  private RunEvent event(Derivation derivation, RunEvent.Moment moment, RunEvent.Datasets changed) {
    StageStatus stage = derivation.stage();
    SortedMap<String, Facet> facets = new TreeMap<>();
    facets.put("parent", Facet.Parent.of(run, NAMESPACE, plan.experiment()));
    facets.put("emovox_stage", Facet.Stage.of(plan.runId(), ended(moment, stage)));
    if (moment.type() == RunEvent.Type.FAIL) {
      addError(facets);
    }
    UUID id = EventIds.of(plan.runId() + "/" + stage.name(), stage.startedAtMillis());
    return RunEvent.of(
        moment,
        new RunEvent.Run(id, facets),
        job(plan.experiment() + "." + stage.name(), "STAGE"),
        changed);
  }

  /** When a stage begins it is not known yet whether it has to compute. */
  private static StageStatus ended(RunEvent.Moment moment, StageStatus stage) {
    return moment.type() == RunEvent.Type.START
        ? new StageStatus(
            stage.name(),
            stage.state(),
            null,
            0,
            0,
            stage.unit(),
            stage.startedAtMillis(),
            0,
            List.of())
        : stage;
  }
}
