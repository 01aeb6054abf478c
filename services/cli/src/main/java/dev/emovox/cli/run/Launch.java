package dev.emovox.cli.run;

import dev.emovox.cli.checkpoint.TransferListener;
import dev.emovox.cli.console.Console;
import dev.emovox.cli.experiment.Experiment;
import dev.emovox.cli.experiment.ExperimentLoader;
import dev.emovox.cli.experiment.ExperimentPlanner;
import dev.emovox.cli.experiment.Overrides;
import dev.emovox.cli.experiment.RunIds;
import dev.emovox.cli.workplace.Checkout;
import dev.emovox.cli.workplace.Runs;
import dev.emovox.cli.workplace.Workplace;
import dev.emovox.contracts.ExperimentPlan;
import java.security.SecureRandom;
import java.time.Clock;

/** From the name of an experiment to a run that has begun. */
public final class Launch {
  private final Workplace workplace;
  private final Clock clock;
  private final TransferListener transfers;

  /**
   * A launch.
   *
   * @param transfers hears of checkpoints that have to be fetched first
   */
  public Launch(Workplace workplace, Clock clock, TransferListener transfers) {
    this.workplace = workplace;
    this.clock = clock;
    this.transfers = transfers;
  }

  /**
   * Plans a run; everything that can be wrong is found here. A server is needed only where a
   * network starts from a checkpoint, which is then stored.
   *
   * @throws dev.emovox.domain.InvalidInputException saying what is wrong
   */
  public ExperimentPlan plan(String experiment, Overrides overrides) {
    Checkout checkout = workplace.checkout();
    Experiment loaded = new ExperimentLoader(checkout.experiments()).load(experiment, overrides);
    return new ExperimentPlanner(
            checkout.corpora(),
            new RunIds(clock, new SecureRandom()),
            new StoredCheckpoints(workplace, transfers))
        .plan(loaded);
  }

  /** Starts the run and says so. */
  public void start(ExperimentPlan plan, Runs runs, Console console) {
    runs.start(plan);
    console.message(
        "Started run " + plan.runId() + runs.link(plan.runId()).map("  "::concat).orElse(""));
  }
}
