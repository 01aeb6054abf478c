package dev.emovox.worker;

import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.contracts.RegistrationPlan;
import dev.emovox.settings.Endpoints;
import java.nio.file.Path;

/** Two versions of a model, from two runs on the same clips. */
final class PromotableVersions {
  private static final int CLIPS_PER_SHARD = 50;

  private PromotableVersions() {}

  /** Makes versions 1 and 2: the first is tested on random clips, the second on other speakers. */
  @SuppressWarnings("try") // a worker is there to work, not to be called
  static void make(Endpoints endpoints, String model, Path scratch) {
    Path data = scratch.resolve("data");
    SmallExperiment.speech(data);
    try (InProcessWorker worker = InProcessWorker.start(endpoints);
        Runs runs = new Runs(endpoints.temporal())) {
      for (String split : new String[] {"random", "speakers"}) {
        ExperimentPlan plan = SmallExperiment.plan(model + "-" + split, data, CLIPS_PER_SHARD);
        runs.result(runs.start(registering(plan, new RegistrationPlan(model, split))));
      }
    }
  }

  private static ExperimentPlan registering(ExperimentPlan plan, RegistrationPlan registration) {
    return new ExperimentPlan(
        plan.runId(),
        plan.experiment(),
        plan.seed(),
        plan.directories(),
        plan.corpora(),
        plan.splits(),
        plan.features(),
        plan.clipsPerShard(),
        plan.models(),
        plan.networks(),
        registration,
        plan.configuration());
  }
}
