package dev.emovox.cli.run;

import dev.emovox.cli.console.Console;
import dev.emovox.cli.experiment.ExperimentLoader;
import dev.emovox.cli.experiment.ExperimentPlanner;
import dev.emovox.cli.experiment.Overrides;
import dev.emovox.cli.experiment.RunIds;
import dev.emovox.cli.workplace.Checkout;
import dev.emovox.cli.workplace.Runs;
import dev.emovox.contracts.ExperimentPlan;
import java.security.SecureRandom;
import java.time.Clock;

/** From the name of an experiment to a run that has begun. */
public final class Launch {
  private final Checkout checkout;
  private final Clock clock;

  public Launch(Checkout checkout, Clock clock) {
    this.checkout = checkout;
    this.clock = clock;
  }

  /**
   * Plans a run; no server is needed, and everything that can be wrong is found here.
   *
   * @throws dev.emovox.domain.InvalidInputException saying what is wrong
   */
  public ExperimentPlan plan(String experiment, Overrides overrides) {
    ExperimentLoader loader = new ExperimentLoader(checkout.experiments());
    RunIds ids = new RunIds(clock, new SecureRandom());
    return new ExperimentPlanner(checkout.corpora(), ids).plan(loader.load(experiment, overrides));
  }

  /** Starts the run and says so. */
  public void start(ExperimentPlan plan, Runs runs, Console console) {
    runs.start(plan);
    console.message(
        "Started run " + plan.runId() + runs.link(plan.runId()).map("  "::concat).orElse(""));
  }
}
