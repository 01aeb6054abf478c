package dev.emovox.cli.schedule;

import dev.emovox.cli.experiment.Overrides;
import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.contracts.ScheduleRules;
import dev.emovox.contracts.ScheduledRun;
import dev.emovox.domain.InvalidInputException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;

/**
 * A schedule that was read and found right.
 *
 * @param path its file
 * @param file what is written there
 * @param rules when it starts runs
 */
public record WrittenSchedule(Path path, ScheduleFile file, ScheduleRules rules) {

  /**
   * What Temporal is to be told.
   *
   * @param data folders with speech that replace the file's, or none
   * @param planner plans an experiment with overrides
   * @throws InvalidInputException if the experiment is wrong, naming both files
   */
  public ScheduledRun resolve(
      List<Path> data, BiFunction<String, Overrides, ExperimentPlan> planner) {
    try {
      Overrides overrides = Overrides.of(file.set(), data.isEmpty() ? folders() : data);
      ExperimentPlan plan = planner.apply(experiment(), overrides).withRunId("");
      return new ScheduledRun(file.id(), file.onlyIfChanged(), rules, plan);
    } catch (InvalidInputException e) {
      throw new InvalidInputException(
          "The experiment of schedule %s (%s): %s".formatted(file.id(), path, e.getMessage()), e);
    }
  }

  private List<Path> folders() {
    return file.data().stream().map(this::beside).toList();
  }

  private String experiment() {
    boolean isPath = file.experiment().contains("/") || file.experiment().endsWith(".yaml");
    return isPath ? beside(file.experiment()).toString() : file.experiment();
  }

  private Path beside(String name) {
    return path.toAbsolutePath().resolveSibling(name).normalize();
  }
}
