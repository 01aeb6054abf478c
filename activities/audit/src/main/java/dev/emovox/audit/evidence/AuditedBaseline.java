package dev.emovox.audit.evidence;

import dev.emovox.baselines.BaselineModel;
import dev.emovox.baselines.BaselineModelFormat;
import dev.emovox.contracts.AugmentationOutcome;
import dev.emovox.contracts.StageNames;
import dev.emovox.contracts.TrainedModel;
import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.FeatureSettings;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.OfflineAugmentation;
import dev.emovox.evaluation.EvaluationReport;
import dev.emovox.inference.packaging.BaselineDescription;
import dev.emovox.records.rows.AugmentedRow;
import dev.emovox.records.rows.FeatureRow;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A baseline of a run. Not safe for use by several threads. */
public final class AuditedBaseline {
  private static final String FEATURES = "features";

  private final AuditedRun run;
  private final TrainedModel trained;
  private final TestedModel tested;
  private final FeatureSettings set;
  private final Supplier<List<FeatureRow>> features;
  private final Supplier<List<AugmentedRow>> copies;

  AuditedBaseline(AuditedRun run, TrainedModel trained) {
    this.run = run;
    this.trained = trained;
    this.set = run.plan().featuresOf(trained.settings());
    this.tested =
        new TestedModel(
            run,
            new TestedModel.Identity(
                trained.settings().name(),
                trained.split(),
                trained.fit().validationUnweightedAverageRecall()),
            trained.evaluation(),
            trained.modelPackage());
    this.features = new Once<>(() -> rows(featureTable(), FeatureRow.class));
    this.copies = new Once<>(() -> rows(augmentedSet(), AugmentedRow.class));
  }

  private <T extends Record> List<T> rows(Optional<ArtifactRef> table, Class<T> type) {
    return table.map(its -> run.reader().rows(its, type)).orElseGet(List::of);
  }

  /** Its test and package. */
  public TestedModel tested() {
    return tested;
  }

  /** Fit and settings as the run's record has them. */
  public TrainedModel trained() {
    return trained;
  }

  /** What it was to be fitted on. */
  public FeatureSettings set() {
    return set;
  }

  /** The table of features, if the run's record has it. */
  public Optional<ArtifactRef> featureTable() {
    return run.output(StageNames.features(set.set()), FEATURES)
        .or(() -> run.output(StageNames.FEATURES, FEATURES));
  }

  /** The features of all clips, in the manifest's order. */
  public List<FeatureRow> features() {
    return features.get();
  }

  /** The set of copies that it learnt from too, if any. */
  public Optional<ArtifactRef> augmentedSet() {
    return augmentation()
        .flatMap(
            its ->
                run.output(
                    StageNames.augment(its.called(), trained.split()), AugmentationOutcome.SET));
  }

  private Optional<OfflineAugmentation> augmentation() {
    return trained.settings().augmentation();
  }

  /** The copies that it learnt from too. */
  public List<AugmentedRow> copies() {
    return copies.get();
  }

  /** The features of these copies. */
  public List<FeatureRow> copyFeatures() {
    return rows(
        augmentation()
            .flatMap(
                its ->
                    run.output(
                        StageNames.features(set.set(), its.called(), trained.split()), FEATURES)),
        FeatureRow.class);
  }

  /** The fitted model as it was stored before it was packed. */
  public ArtifactRef modelArtifact() {
    return trained.fit().stage().output("model");
  }

  /** The fitted model. */
  public BaselineModel model() {
    try {
      return new BaselineModelFormat().read(run.reader().bytes(modelArtifact()));
    } catch (InvalidInputException e) {
      throw DefectException.unreadable(modelArtifact(), e);
    }
  }

  /** How its twin did on the validation part. */
  public EvaluationReport validation() {
    return run.reader()
        .document(trained.fit().stage().output("validation"), EvaluationReport.class);
  }

  /** What the package says, if it is a baseline's. */
  public Optional<BaselineDescription> packaged() {
    return Optional.of(tested.packaged())
        .filter(BaselineDescription.class::isInstance)
        .map(BaselineDescription.class::cast);
  }
}
