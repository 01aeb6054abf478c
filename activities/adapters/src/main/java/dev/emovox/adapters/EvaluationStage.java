package dev.emovox.adapters;

import dev.emovox.artifacts.ArtifactStore;
import dev.emovox.artifacts.StepKey;
import dev.emovox.baselines.BaselineModel;
import dev.emovox.baselines.BaselineModelFormat;
import dev.emovox.contracts.EvaluationOutcome;
import dev.emovox.contracts.EvaluationRequest;
import dev.emovox.corpora.SplitRow;
import dev.emovox.domain.LabelSet;
import dev.emovox.domain.SplitPart;
import dev.emovox.evaluation.ScoredClip;
import dev.emovox.records.rows.FeatureRow;
import java.util.List;

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
    var test =
        heartbeats.during(() -> memory.recall(key, TestReport.Summary.class, () -> make(request)));
    return test.summary().outcome(test.stage());
  }

  private StageMemory.Made<TestReport.Summary> make(EvaluationRequest request) {
    List<SplitRow> split = tables.rows(request.split(), SplitRow.class);
    ClassCounts expected =
        ClassCounts.of(manifests.rows(request.manifest()), split, SplitPart.TEST);
    return new TestReport(request.labels(), request.seed())
        .of(score(request, split), expected, tables);
  }

  private List<ScoredClip> score(EvaluationRequest request, List<SplitRow> split) {
    BaselineModel model = new BaselineModelFormat().read(store.read(request.model()));
    LabelledFeatures data =
        LabelledFeatures.join(
            tables.rows(request.features(), FeatureRow.class), split, request.labels());
    return Scoring.score(model, data.part(SplitPart.TEST));
  }
}
