package dev.emovox.lineage.record;

import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.contracts.StageNames;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What every stage of a plan takes, by the stage's name. */
final class Sources {
  static final Source MANIFEST = new Source(StageNames.INGESTION, "manifest", "clips");

  private Sources() {}

  static Map<String, List<Source>> of(ExperimentPlan plan) {
    Map<String, List<Source>> byStage = new LinkedHashMap<>();
    plan.splits().forEach(split -> byStage.put(StageNames.split(split.name()), List.of(MANIFEST)));
    new BaselineSources(plan, byStage).add();
    new NetworkSources(plan, byStage).add();
    return byStage;
  }

  static Source split(String name) {
    return new Source(StageNames.split(name), "split", "parts");
  }

  static List<Source> plus(List<Source> some, List<Source> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }
}
