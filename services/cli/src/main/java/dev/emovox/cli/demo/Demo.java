package dev.emovox.cli.demo;

import dev.emovox.cli.checkpoint.TransferListener;
import dev.emovox.cli.console.Console;
import dev.emovox.cli.experiment.Overrides;
import dev.emovox.cli.prediction.Classifier;
import dev.emovox.cli.prediction.FileOutcome;
import dev.emovox.cli.prediction.FilePredictions;
import dev.emovox.cli.promotion.GateFiles;
import dev.emovox.cli.promotion.PromotionCall;
import dev.emovox.cli.run.Launch;
import dev.emovox.cli.run.Pause;
import dev.emovox.cli.run.RunFollower;
import dev.emovox.cli.workplace.Runs;
import dev.emovox.cli.workplace.StackChoice;
import dev.emovox.cli.workplace.Workplace;
import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.contracts.RunState;
import dev.emovox.contracts.RunStatus;
import dev.emovox.corpora.SyntheticCorpora;
import dev.emovox.domain.ServerUnavailableException;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.ledger.entry.Decision;
import dev.emovox.ledger.entry.ServedModel;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Stack, speech, run, promotion, prediction: every step once, and all of it again when repeated.
 */
public final class Demo {
  private static final String EXPERIMENT = "demo";
  private static final long SEED = 42;
  private static final Duration LOOK = Duration.ofMillis(500);
  private static final Duration LIVE_WITHIN = Duration.ofSeconds(60);

  private final Workplace workplace;
  private final Console console;
  private final Clock clock;
  private final Pause pause;
  private final String user;

  /** A demonstration in the name of {@code user}. */
  public Demo(Workplace workplace, Console console, Clock clock, Pause pause, String user) {
    this.workplace = workplace;
    this.console = console;
    this.clock = clock;
    this.pause = pause;
    this.user = user;
  }

  /**
   * Does it all.
   *
   * @param data folders with speech; made-up speech if there is none
   */
  public DemoResult play(List<Path> data) {
    step(1, "the local stack");
    workplace.services().upDetached(StackChoice.standard());
    step(2, data.isEmpty() ? "made-up speech in four corpora" : "your speech");
    List<Path> folders = data.isEmpty() ? List.of(madeUpSpeech()) : data;
    step(3, "the experiment '" + EXPERIMENT + "'");
    RunStatus run = run(folders);
    step(4, "promotion of version " + run.registered().version());
    ServedModel promoted = promote(run);
    step(5, "the prediction service takes the version over");
    waitUntilLive(promoted.version());
    step(6, "a prediction");
    return new DemoResult(
        run.id(),
        new DemoResult.Model(promoted.name(), promoted.version(), promoted.packageDigest()),
        predict(DemoClip.among(folders)),
        links(run));
  }

  private void step(int number, String what) {
    console.message(console.messageStyle().bold("[%d/6]".formatted(number)) + " " + what);
  }

  private Path madeUpSpeech() {
    Path folder = workplace.home().resolve("demo").resolve("speech");
    SyntheticCorpora.write(folder, SEED);
    return folder;
  }

  private RunStatus run(List<Path> folders) {
    Launch launch = new Launch(workplace, clock, TransferListener.none());
    ExperimentPlan plan = launch.plan(EXPERIMENT, Overrides.ofData(folders));
    try (Runs runs = workplace.runs()) {
      launch.start(plan, runs, console);
      RunStatus status = new RunFollower(runs, console, clock, pause).follow(plan.runId());
      if (status.state() != RunState.DONE || status.registered() == null) {
        throw new WorkFailedException(
            "Run %s did not end well: %s See `./emovox show %s`."
                .formatted(plan.runId(), reason(status), plan.runId()));
      }
      return status;
    }
  }

  private static String reason(RunStatus status) {
    return Optional.ofNullable(status.error()).orElse("it was cancelled or registered no model.");
  }

  private ServedModel promote(RunStatus run) {
    Decision.Reasoned by = new Decision.Reasoned(user, "demonstration");
    return new PromotionCall(workplace, console, clock, pause)
        .carryOut(
            orders -> orders.promotion(run.registered().version(), by, GateFiles.STANDARD, false),
            true)
        .entry()
        .decision()
        .model();
  }

  private void waitUntilLive(String version) {
    long end = clock.millis() + LIVE_WITHIN.toMillis();
    while (!workplace.liveVersion().equals(Optional.of(version))) {
      if (clock.millis() > end) {
        throw new ServerUnavailableException(
            "The prediction service does not answer with version %s after %d s. Look at `./emovox logs serving`."
                .formatted(version, LIVE_WITHIN.toSeconds()),
            null);
      }
      console.live("waiting for version " + version);
      rest();
    }
  }

  private void rest() {
    try {
      pause.of(LOOK);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WorkFailedException("Interrupted while waiting for the prediction service.", e);
    }
  }

  private FileOutcome predict(Path clip) {
    try (Classifier service = workplace.service()) {
      return new FilePredictions(service).predict(List.of(clip), outcome -> {}).get(0);
    }
  }

  private DemoResult.Links links(RunStatus run) {
    String workflow;
    try (Runs runs = workplace.runs()) {
      workflow = runs.link(run.id()).orElse(null);
    }
    Workplace.Pages pages = workplace.pages();
    String tracked = run.trackedRun() == null ? null : run.trackedRun().url();
    return new DemoResult.Links(
        workflow,
        Optional.ofNullable(tracked).orElse(pages.mlflow().toString()),
        pages.serving() + "/",
        pages.serving() + "/q/swagger-ui");
  }
}
