package dev.emovox.adapters;

import dev.emovox.artifacts.ArtifactStore;
import dev.emovox.artifacts.CachedOutput;
import dev.emovox.artifacts.StepKey;
import dev.emovox.baselines.BaselineModel;
import dev.emovox.baselines.BaselineModelFormat;
import dev.emovox.contracts.EvaluationOutcome;
import dev.emovox.contracts.EvaluationRequest;
import dev.emovox.corpora.SplitRow;
import dev.emovox.domain.ClassScores;
import dev.emovox.domain.LabelSet;
import dev.emovox.domain.Scores;
import dev.emovox.domain.SplitPart;
import dev.emovox.evaluation.Bootstrap;
import dev.emovox.evaluation.ClassDistributionPicture;
import dev.emovox.evaluation.ConfusionMatrixPicture;
import dev.emovox.evaluation.EvaluationReport;
import dev.emovox.evaluation.Evaluator;
import dev.emovox.evaluation.ReportCheck;
import dev.emovox.evaluation.ScoredClip;
import java.util.List;
import java.util.Map;

/** Tests a fitted model on the test part, once. */
final class EvaluationStage {
  private static final int CODE_VERSION = 1;

  private final StageMemory memory;
  private final StoredTables tables;
  private final Manifests manifests;
  private final ArtifactStore store;
  private final Heartbeats heartbeats;

  EvaluationStage(Stores stores, Heartbeats heartbeats) {
    this.memory = stores.memory();
    this.tables = stores.tables();
    this.manifests = stores.manifests();
    this.store = stores.artifacts();
    this.heartbeats = heartbeats;
  }

  private record Settings(LabelSet labels, long seed) {}

  /** The scores of the test. */
  record Summary(
      Scores overall, Map<String, Scores> perCorpus, Map<String, ClassScores> perClass) {}

  EvaluationOutcome run(EvaluationRequest request) {
    StepKey key =
        StepKey.of(
            "evaluation",
            CODE_VERSION,
            new Settings(request.labels(), request.seed()),
            List.of(
                request.model().digest(),
                request.manifest().digest(),
                request.features().digest(),
                request.split().digest()));
    var test = heartbeats.during(() -> memory.recall(key, Summary.class, () -> make(request)));
    Summary summary = test.summary();
    return new EvaluationOutcome(
        test.stage(), summary.overall(), summary.perCorpus(), summary.perClass());
  }

  private StageMemory.Made<Summary> make(EvaluationRequest request) {
    List<SplitRow> split = tables.rows(request.split(), SplitRow.class);
    ClassCounts expected =
        ClassCounts.of(manifests.rows(request.manifest()), split, SplitPart.TEST);
    List<ScoredClip> scored = score(request, split);
    EvaluationReport report =
        new Evaluator(Bootstrap.standard(request.seed())).evaluate(request.labels(), scored);
    ReportCheck.supports(report, expected.perClass());
    return new StageMemory.Made<>(
        outputs(scored, report, expected),
        new Summary(report.overall(), report.perCorpus(), report.perClass()));
  }

  private List<ScoredClip> score(EvaluationRequest request, List<SplitRow> split) {
    BaselineModel model = new BaselineModelFormat().read(store.read(request.model()));
    LabelledFeatures data =
        LabelledFeatures.join(
            tables.rows(request.features(), FeatureRow.class), split, request.labels());
    return Scoring.score(model, data.part(SplitPart.TEST));
  }

  private List<CachedOutput> outputs(
      List<ScoredClip> scored, EvaluationReport report, ClassCounts counts) {
    return List.of(
        tables.table("predictions", ScoredClip.class, scored),
        tables.document("report", report),
        tables.picture("confusion-matrix", ConfusionMatrixPicture.svg(report)),
        tables.picture("class-distribution", ClassDistributionPicture.svg(counts.perCorpus())));
  }
}
