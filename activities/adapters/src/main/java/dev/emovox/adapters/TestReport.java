package dev.emovox.adapters;

import dev.emovox.artifacts.CachedOutput;
import dev.emovox.contracts.EvaluationOutcome;
import dev.emovox.contracts.StageResult;
import dev.emovox.domain.ClassScores;
import dev.emovox.domain.LabelSet;
import dev.emovox.domain.Scores;
import dev.emovox.evaluation.Bootstrap;
import dev.emovox.evaluation.ClassDistributionPicture;
import dev.emovox.evaluation.ConfusionMatrixPicture;
import dev.emovox.evaluation.EvaluationReport;
import dev.emovox.evaluation.Evaluator;
import dev.emovox.evaluation.ReportCheck;
import dev.emovox.evaluation.ScoredClip;
import java.util.List;
import java.util.Map;

/**
 * Turns a test's predictions into what every test leaves, whatever was tested.
 *
 * @param labels class order
 * @param seed of the bootstrap
 */
public record TestReport(LabelSet labels, long seed) {

  /** The scores of the test. */
  public record Summary(
      Scores overall, Map<String, Scores> perCorpus, Map<String, ClassScores> perClass) {

    /** These scores with the artefacts of the test. */
    public EvaluationOutcome outcome(StageResult stage) {
      return new EvaluationOutcome(stage, overall, perCorpus, perClass);
    }
  }

  /**
   * Outputs {@code predictions}, {@code report}, {@code confusion-matrix} and {@code
   * class-distribution}, and the scores.
   *
   * @param expected how many clips of each class the test part has
   * @throws dev.emovox.domain.WorkFailedException if other clips were scored
   */
  public StageMemory.Made<Summary> of(
      List<ScoredClip> scored, ClassCounts expected, StoredTables tables) {
    EvaluationReport report = new Evaluator(Bootstrap.standard(seed)).evaluate(labels, scored);
    ReportCheck.supports(report, expected.perClass());
    List<CachedOutput> outputs =
        List.of(
            tables.table("predictions", ScoredClip.class, scored),
            tables.document("report", report),
            tables.picture("confusion-matrix", ConfusionMatrixPicture.svg(report)),
            tables.picture(
                "class-distribution", ClassDistributionPicture.svg(expected.perCorpus())));
    return new StageMemory.Made<>(
        outputs, new Summary(report.overall(), report.perCorpus(), report.perClass()));
  }
}
