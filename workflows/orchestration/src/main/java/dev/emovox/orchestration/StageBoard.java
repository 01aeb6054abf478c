package dev.emovox.orchestration;

import dev.emovox.contracts.RunState;
import dev.emovox.contracts.StageProgress;
import dev.emovox.contracts.StageStatus;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The stages of a run in the order in which they began. */
final class StageBoard {
  private final Map<String, StageStatus> stages = new LinkedHashMap<>();
  private final Map<String, Map<Integer, Long>> doneByPart = new HashMap<>();

  List<StageStatus> stages() {
    return List.copyOf(stages.values());
  }

  /** Notes what a stage is now, whoever ran it. */
  void put(StageStatus stage) {
    doneByPart.remove(stage.name());
    stages.put(stage.name(), stage);
  }

  /** Notes the progress of a stage that runs; what arrives late is of no use. */
  void progress(StageProgress progress) {
    StageStatus stage = stages.get(progress.stage());
    if (stage == null || stage.state() != RunState.RUNNING) {
      return;
    }
    Map<Integer, Long> parts = doneByPart.computeIfAbsent(stage.name(), name -> new HashMap<>());
    parts.put(progress.part(), progress.done());
    long done = parts.values().stream().mapToLong(Long::longValue).sum();
    stages.put(
        stage.name(), StageTransitions.at(stage, done, Math.max(progress.total(), stage.total())));
  }

  /** Notes how many units a stage had when that shows only at its end. */
  void counted(String name, long units) {
    put(StageTransitions.at(stages.get(name), units, units));
  }

  /** Ends the stages that still run, because the run ended without them. */
  void abandon(long nowMillis) {
    stages.replaceAll(
        (name, stage) ->
            stage.state() == RunState.RUNNING
                ? stage.stopped(RunState.CANCELLED, nowMillis)
                : stage);
  }
}
