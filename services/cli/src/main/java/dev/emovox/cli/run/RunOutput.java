package dev.emovox.cli.run;

import dev.emovox.cli.console.Console;
import dev.emovox.cli.console.ExitCode;
import dev.emovox.cli.console.Interruption;
import dev.emovox.cli.console.Json;
import dev.emovox.cli.document.RunDocument;
import dev.emovox.cli.render.RunReport;
import dev.emovox.cli.render.RunText;
import dev.emovox.cli.workplace.Runs;
import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.contracts.RunState;
import dev.emovox.contracts.RunStatus;
import dev.emovox.domain.ServerUnavailableException;
import dev.emovox.report.published.PublishedResults;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Shows runs: watched, started or as they are. */
public final class RunOutput {
  private final Console console;
  private final Clock clock;
  private final Runs runs;

  public RunOutput(Console console, Clock clock, Runs runs) {
    this.console = console;
    this.clock = clock;
    this.runs = runs;
  }

  /** Watches a run until it ends and prints its results; the exit status tells how it ended. */
  public int follow(String runId) {
    RunStatus status = watch(runId);
    print(status);
    return (status.state() == RunState.DONE ? ExitCode.DONE : ExitCode.FAILED).status();
  }

  /** Watches a run until it ends. Ctrl-C stops only the watching and says how to go on. */
  public RunStatus watch(String runId) {
    RunFollower follower = new RunFollower(runs, console, clock, Pause.real());
    return Interruption.tells(() -> console.message(detached(runId)), () -> follower.follow(runId));
  }

  /** Prints a run that was started and is not watched. */
  public int started(ExperimentPlan plan) {
    RunStatus waiting =
        new RunStatus(
            plan.runId(),
            plan.experiment(),
            RunState.WAITING,
            null,
            clock.millis(),
            0,
            null,
            List.of(),
            List.of(),
            List.of(),
            null,
            null);
    console.result(List.of(plan.runId()));
    console.message(howToGoOn(plan.runId()));
    write(document(waiting, PublishedResults.of(plan)));
    return ExitCode.DONE.status();
  }

  /** Prints a run. */
  public void print(RunStatus status) {
    Optional<PublishedResults> published = published(status.id());
    RunDocument document = document(status, published);
    console.result(
        new RunText(console.style())
            .lines(new RunReport(status, document.links(), published, clock.millis())));
    write(document);
  }

  /** Results are shown without them rather than not at all. */
  private Optional<PublishedResults> published(String runId) {
    try {
      return PublishedResults.of(runs.plan(runId));
    } catch (ServerUnavailableException e) {
      return Optional.empty();
    }
  }

  private RunDocument document(RunStatus status, Optional<PublishedResults> published) {
    return RunDocument.of(status, runs.link(status.id()).orElse(null), published);
  }

  private void write(RunDocument document) {
    if (console.json()) {
      console.document(Json.write(document));
    }
  }

  private static String detached(String runId) {
    return "%nNo longer watching; the run goes on. %s".formatted(howToGoOn(runId));
  }

  private static String howToGoOn(String runId) {
    return "Watch it with `./emovox show %s --follow`, stop it with `./emovox cancel %s`."
        .formatted(runId, runId);
  }
}
