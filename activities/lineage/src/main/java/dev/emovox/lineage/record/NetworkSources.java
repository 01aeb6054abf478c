package dev.emovox.lineage.record;

import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.contracts.StageNames;
import dev.emovox.domain.FineTuningSettings;
import dev.emovox.domain.TrainingStage;
import java.util.List;
import java.util.Map;

/** What the stages of a plan's networks take. */
final class NetworkSources {
  private static final String WEIGHTS = "weights";

  private final ExperimentPlan plan;
  private final Map<String, List<Source>> byStage;

  NetworkSources(ExperimentPlan plan, Map<String, List<Source>> byStage) {
    this.plan = plan;
    this.byStage = byStage;
  }

  void add() {
    plan.splits().forEach(split -> plan.networks().forEach(network -> add(network, split.name())));
  }

  private void add(FineTuningSettings network, String split) {
    String prepare = StageNames.prepare(network.name(), split);
    byStage.put(prepare, List.of(Sources.MANIFEST, Sources.split(split)));
    Source clips = new Source(prepare, "training-clips", "clips");
    Source weights = new Source(prepare, "checkpoint", "starting weights");
    for (TrainingStage stage : network.stages()) {
      String train = StageNames.train(network.name(), split, stage.name());
      byStage.put(train, List.of(clips, weights));
      weights = new Source(train, WEIGHTS, "weights");
    }
    String test = StageNames.evaluate(network.name(), split);
    byStage.put(test, List.of(weights, clips, Sources.MANIFEST));
    byStage.put(
        StageNames.pack(network.name(), split),
        List.of(
            weights,
            Sources.MANIFEST,
            Sources.split(split),
            clips,
            new Source(test, "report", "evaluation")));
  }
}
