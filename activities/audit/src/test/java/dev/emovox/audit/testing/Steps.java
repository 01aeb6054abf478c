package dev.emovox.audit.testing;

import dev.emovox.audit.evidence.TrackedValues;
import dev.emovox.contracts.EvaluationOutcome;
import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.contracts.IngestionOutcome;
import dev.emovox.contracts.NetworkStageStatus;
import dev.emovox.contracts.RunStatus;
import dev.emovox.corpora.ManifestRow;
import dev.emovox.corpora.Reject;
import dev.emovox.corpora.SplitRow;
import dev.emovox.domain.FeatureSettings;
import dev.emovox.domain.LabelSet;
import dev.emovox.domain.SplitPart;
import dev.emovox.evaluation.EvaluationReport;
import dev.emovox.evaluation.ScoredClip;
import dev.emovox.inference.packaging.FineTuning;
import dev.emovox.inference.packaging.Provenance;
import dev.emovox.records.rows.AugmentedRow;
import dev.emovox.records.rows.ClipRow;
import dev.emovox.records.rows.EpochRecord;
import dev.emovox.records.rows.FeatureRow;
import java.util.List;
import java.util.Set;

/** The steps in the making of {@link CleanRun}. */
public final class Steps {
  public static final Step<ExperimentPlan> PLAN = new Step<>("the plan that runs");
  public static final Step<List<ManifestRow>> MANIFEST = new Step<>("manifest");
  public static final Step<List<Reject>> REJECTS = new Step<>("rejects");
  public static final Step<IngestionOutcome> INGESTION = new Step<>("what ingestion tells");
  public static final Step<List<SplitRow>> RANDOM_SPLIT = new Step<>("random split");
  public static final Step<List<SplitRow>> DISJOINT_SPLIT = new Step<>("speaker-disjoint split");
  public static final Step<List<AugmentedRow>> COPIES = new Step<>("copies");
  public static final Step<List<FeatureRow>> FEATURES = new Step<>("features");
  public static final Step<Set<SplitPart>> FITTED_PARTS = new Step<>("what is fitted on");
  public static final Step<SplitPart> VALIDATED_PART = new Step<>("what is validated on");
  public static final Step<Double> VALIDATION_SCORE = new Step<>("the score of validation");
  public static final Step<SplitPart> TESTED_PART = new Step<>("what is tested on");
  public static final Step<List<ScoredClip>> PREDICTIONS = new Step<>("predictions");
  public static final Step<EvaluationReport> REPORT = new Step<>("report");
  public static final Step<EvaluationOutcome> EVALUATION = new Step<>("the shown test");
  public static final Step<byte[]> TESTED_MODEL = new Step<>("the model that is tested");
  public static final Step<byte[]> PACKED_MODEL = new Step<>("the model that is packed");
  public static final Step<FeatureSettings> PREPROCESSING = new Step<>("packed preprocessing");
  public static final Step<LabelSet> PACKED_LABELS = new Step<>("packed class list");
  public static final Step<Provenance> PROVENANCE = new Step<>("packed provenance");
  public static final Step<List<ClipRow>> TRAINING_CLIPS = new Step<>("a network's clips");
  public static final Step<EpochRecord> EPOCH = new Step<>("an epoch's record");
  public static final Step<NetworkStageStatus> FIRST_STAGE = new Step<>("a network's first stage");
  public static final Step<NetworkStageStatus> LAST_STAGE = new Step<>("a network's last stage");
  public static final Step<FineTuning> FINE_TUNING = new Step<>("a network's packed provenance");
  public static final Step<RunStatus> STATUS = new Step<>("the run's record of its end");
  public static final Step<ExperimentPlan> KEPT_PLAN = new Step<>("the run's record of its plan");
  public static final Step<TrackedValues> TRACKED = new Step<>("what MLflow holds");
  public static final Step<MemoryEvidence> STORED = new Step<>("what is stored");

  private Steps() {}
}
