package dev.emovox.adapters;

import dev.emovox.artifacts.StepKey;
import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.contracts.ScheduleActivities;
import dev.emovox.contracts.ScheduleCheck;
import dev.emovox.contracts.ScheduleFingerprint;
import dev.emovox.contracts.ScheduleOutcome;
import dev.emovox.contracts.ScheduledRun;
import dev.emovox.corpora.CorpusDefinition;
import dev.emovox.corpora.Inventory;
import dev.emovox.domain.Digest;
import dev.emovox.records.ScheduleArchive;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Compares data and settings with those of a schedule's last successful run. */
public final class ScheduleAdapter implements ScheduleActivities {
  private static final int CODE_VERSION = 1;

  private final ScheduleArchive archive;
  private final Heartbeats heartbeats;

  /** The activities on what is remembered of schedules. */
  public ScheduleAdapter(ScheduleArchive archive, Heartbeats heartbeats) {
    this.archive = archive;
    this.heartbeats = heartbeats;
  }

  @Override
  public ScheduleCheck compareWithLastRun(ScheduledRun scheduled) {
    return heartbeats.during(
        () -> {
          ScheduleFingerprint now = fingerprint(scheduled.plan());
          return archive
              .success(scheduled.scheduleId())
              .map(last -> compare(now, last))
              .orElseGet(
                  () -> new ScheduleCheck(now, Optional.empty(), "no run has succeeded before"));
        });
  }

  private static ScheduleCheck compare(ScheduleFingerprint now, ScheduleArchive.Success last) {
    if (now.equals(last.fingerprint())) {
      String reason = "neither data nor settings changed since run " + last.runId();
      return new ScheduleCheck(now, Optional.of(last.runId()), reason);
    }
    boolean sameData = now.data().equals(last.fingerprint().data());
    boolean sameSettings = now.settings().equals(last.fingerprint().settings());
    String what = sameData ? "settings" : sameSettings ? "data" : "data and settings";
    return new ScheduleCheck(
        now, Optional.empty(), "%s changed since run %s".formatted(what, last.runId()));
  }

  private static ScheduleFingerprint fingerprint(ExperimentPlan plan) {
    List<CorpusDefinition> corpora =
        plan.corpora().stream()
            .map(source -> CorpusDefinition.parse(source.definition(), source.name() + ".yaml"))
            .toList();
    Digest data = new Inventory(corpora).digest(plan.directories().stream().map(Path::of).toList());
    Digest settings = StepKey.of("schedule", CODE_VERSION, settings(plan), List.of()).digest();
    return new ScheduleFingerprint(data, settings);
  }

  /** Without names, places and the text with its comments. */
  private static ExperimentPlan settings(ExperimentPlan plan) {
    return new ExperimentPlan(
        "",
        plan.experiment(),
        plan.seed(),
        List.of(),
        plan.corpora(),
        plan.splits(),
        plan.features(),
        plan.clipsPerShard(),
        plan.models(),
        plan.networks(),
        plan.registration(),
        "");
  }

  @Override
  public void remember(ScheduleOutcome outcome, ScheduleFingerprint fingerprint) {
    if (fingerprint != null) {
      archive.succeeded(
          outcome.scheduleId(),
          new ScheduleArchive.Success(outcome.runId().orElseThrow(), fingerprint));
    }
    archive.ended(outcome);
  }
}
