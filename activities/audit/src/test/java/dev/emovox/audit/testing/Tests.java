package dev.emovox.audit.testing;

import dev.emovox.contracts.EvaluationOutcome;
import dev.emovox.contracts.StageNames;
import dev.emovox.contracts.StageResult;
import dev.emovox.evaluation.EvaluationReport;
import dev.emovox.evaluation.ScoredClip;
import java.util.List;
import java.util.function.Function;

/**
 * Stores the tests of a model.
 *
 * @param model its name
 */
record Tests(Plant plant, Store store, String model) {

  EvaluationOutcome make(
      String split,
      List<ScoredClip> scored,
      Function<List<ScoredClip>, EvaluationReport> evaluate) {
    List<ScoredClip> predictions = plant.apply(Steps.PREDICTIONS, scored);
    EvaluationReport report = plant.apply(Steps.REPORT, evaluate.apply(predictions));
    StageResult stage =
        store.stage(
            StageNames.evaluate(model, split),
            store.table("predictions", ScoredClip.class, predictions),
            store.document("report", report));
    return plant.apply(
        Steps.EVALUATION,
        new EvaluationOutcome(stage, report.overall(), report.perCorpus(), report.perClass()));
  }
}
