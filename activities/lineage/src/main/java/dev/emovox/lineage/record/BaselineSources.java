package dev.emovox.lineage.record;

import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.contracts.StageNames;
import dev.emovox.domain.BaselineSettings;
import dev.emovox.domain.FeatureSettings;
import dev.emovox.domain.OfflineAugmentation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the stages of a plan's baselines take. */
final class BaselineSources {
  private static final String FEATURES = "features";

  private final ExperimentPlan plan;
  private final Map<String, List<Source>> byStage;

  BaselineSources(ExperimentPlan plan, Map<String, List<Source>> byStage) {
    this.plan = plan;
    this.byStage = byStage;
  }

  void add() {
    for (FeatureSettings set : plan.features()) {
      byStage.put(table(set), List.of(Sources.MANIFEST));
      byStage.put(maps(set), List.of(new Source(table(set), FEATURES, "features")));
    }
    plan.splits().forEach(split -> plan.models().forEach(model -> add(model, split.name())));
  }

  private boolean alone() {
    return plan.features().size() == 1;
  }

  private String table(FeatureSettings set) {
    return alone() ? StageNames.FEATURES : StageNames.features(set.set());
  }

  private String maps(FeatureSettings set) {
    return alone() ? StageNames.MAPS : StageNames.maps(set.set());
  }

  private void add(BaselineSettings model, String split) {
    Source table = new Source(table(plan.featuresOf(model)), FEATURES, "features");
    Source parts = Sources.split(split);
    List<Source> copies = copies(model, split);
    Source fitted = new Source(StageNames.fit(model.name(), split), "model", "model");
    byStage.put(fitted.stage(), Sources.plus(List.of(table, parts), copies));
    String test = StageNames.evaluate(model.name(), split);
    byStage.put(test, List.of(fitted, Sources.MANIFEST, table, parts));
    List<Source> packed =
        List.of(fitted, Sources.MANIFEST, parts, table, new Source(test, "report", "evaluation"));
    byStage.put(
        StageNames.pack(model.name(), split),
        Sources.plus(packed, copies.stream().limit(1).toList()));
  }

  /** The set of copies, then their features; neither if the model has none. */
  private List<Source> copies(BaselineSettings model, String split) {
    List<Source> copies = new ArrayList<>();
    for (OfflineAugmentation augmentation : model.augmentation().stream().toList()) {
      String name = augmentation.called();
      Source set = new Source(StageNames.augment(name, split), "augmented-set", "copies");
      byStage.put(set.stage(), List.of(Sources.MANIFEST, Sources.split(split)));
      String table = StageNames.features(plan.featuresOf(model).set(), name, split);
      byStage.put(table, List.of(set));
      copies.add(set);
      copies.add(new Source(table, FEATURES, "features of copies"));
    }
    return copies;
  }
}
