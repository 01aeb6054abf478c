package dev.emovox.audit.testing;

import dev.emovox.contracts.EvaluationOutcome;
import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.contracts.FitOutcome;
import dev.emovox.contracts.NamedArtifact;
import dev.emovox.contracts.RegisteredVersion;
import dev.emovox.contracts.RunStatus;
import dev.emovox.contracts.StageResult;
import dev.emovox.contracts.StageStatus;
import dev.emovox.contracts.TrainedModel;
import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.Digest;
import dev.emovox.domain.EpochSelection;
import dev.emovox.domain.Estimate;
import dev.emovox.domain.FeatureSettings;
import dev.emovox.domain.Scores;
import dev.emovox.domain.SpeechTrimming;
import dev.emovox.evaluation.EvaluationReport;
import dev.emovox.inference.packaging.Provenance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Plans, records and packages that say something else. */
public final class Recorded {
  private static final Digest OTHER = Digest.of("something else");

  private Recorded() {}

  // Plans

  public static ExperimentPlan withoutDisjointSplit(ExperimentPlan plan) {
    return Plans.with(plan, plan.splits().subList(0, 1), plan.features(), plan.networks());
  }

  /** The seven versions by name; their vectors are not longer here. */
  public static ExperimentPlan sevenVersions(ExperimentPlan plan) {
    FeatureSettings set = FeatureSettings.paperSevenVersions();
    return Plans.with(plan, plan.splits(), List.of(set), plan.networks());
  }

  public static ExperimentPlan chosen(ExperimentPlan plan, String reason) {
    return Plans.withStage(
        plan, 0, stage -> Plans.stage(stage, stage.resume(), new EpochSelection.Chosen(3, reason)));
  }

  /** By hand, and what every rule gives. */
  public static ExperimentPlan chosenBest(ExperimentPlan plan, String reason) {
    return Plans.withStage(
        plan, 0, stage -> Plans.stage(stage, stage.resume(), new EpochSelection.Chosen(2, reason)));
  }

  public static ExperimentPlan otherConfiguration(ExperimentPlan plan) {
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
        plan.registration(),
        plan.configuration() + "# embellished\n");
  }

  // Scores

  public static EvaluationReport better(EvaluationReport report) {
    return new EvaluationReport(
        better(report.overall()),
        report.perCorpus(),
        report.perClass(),
        report.confusion(),
        report.labels());
  }

  /** The same numbers by class, under each other's names. */
  public static EvaluationReport renamed(EvaluationReport report) {
    return new EvaluationReport(
        report.overall(),
        report.perCorpus(),
        Map.of("angry", report.perClass().get("sad"), "sad", report.perClass().get("angry")),
        report.confusion(),
        report.labels());
  }

  public static EvaluationOutcome better(EvaluationOutcome outcome) {
    return new EvaluationOutcome(
        outcome.stage(), better(outcome.overall()), outcome.perCorpus(), outcome.perClass());
  }

  private static Scores better(Scores scores) {
    return new Scores(
        scores.clips(),
        new Estimate(0.999, 0.99, 1),
        scores.weightedF1(),
        scores.macroF1(),
        scores.unweightedAverageRecall());
  }

  // Packages

  public static FeatureSettings shorter(FeatureSettings set) {
    return set.trimmed(SpeechTrimming.standard());
  }

  public static Provenance otherManifest(Provenance says) {
    return new Provenance(
        OTHER, says.split(), says.features(), says.evaluation(), "test", says.augmented());
  }

  public static Provenance otherEvaluation(Provenance says) {
    return new Provenance(
        says.manifest(), says.split(), says.features(), OTHER, "test", says.augmented());
  }

  public static MemoryEvidence flippedModel(MemoryEvidence stored) {
    List<String> packed =
        stored.objects().keySet().stream().filter(uri -> uri.endsWith("/model.bin")).toList();
    return stored.flipped(packed.get(0), 20);
  }

  // The record of the end

  public static RunStatus otherPackagedFile(RunStatus status) {
    List<TrainedModel> models = new ArrayList<>(status.models());
    TrainedModel model = models.get(0);
    List<NamedArtifact> outputs = new ArrayList<>(model.modelPackage().outputs());
    ArtifactRef other = status.models().get(0).evaluation().stage().output("report");
    outputs.set(2, new NamedArtifact(outputs.get(2).name(), other));
    models.set(
        0,
        new TrainedModel(
            model.settings(),
            model.split(),
            model.fit(),
            model.evaluation(),
            new StageResult(model.modelPackage().cache(), outputs)));
    return with(status, status.stages(), models, status.registered());
  }

  /** The first model's record names no validation. */
  public static RunStatus withoutValidation(RunStatus status) {
    List<TrainedModel> models = new ArrayList<>(status.models());
    TrainedModel model = models.get(0);
    FitOutcome fit = model.fit();
    StageResult less = new StageResult(fit.stage().cache(), fit.stage().outputs().subList(0, 1));
    models.set(
        0,
        new TrainedModel(
            model.settings(),
            model.split(),
            new FitOutcome(less, fit.validationUnweightedAverageRecall()),
            model.evaluation(),
            model.modelPackage()));
    return with(status, status.stages(), models, status.registered());
  }

  public static RunStatus networkRegistered(RunStatus status) {
    Digest network = status.networks().get(0).modelPackage().output("package").digest();
    return with(
        status, status.stages(), status.models(), new RegisteredVersion("emovox", "1", network));
  }

  public static RunStatus clockBackwards(RunStatus status) {
    List<StageStatus> stages = new ArrayList<>(status.stages());
    StageStatus stage = stages.get(1);
    stages.set(
        1,
        new StageStatus(
            stage.name(),
            stage.state(),
            stage.cache(),
            stage.done(),
            stage.total(),
            stage.unit(),
            status.startedAtMillis() - 60_000,
            stage.seconds(),
            stage.outputs()));
    return with(status, stages, status.models(), status.registered());
  }

  private static RunStatus with(
      RunStatus status,
      List<StageStatus> stages,
      List<TrainedModel> models,
      RegisteredVersion registered) {
    return new RunStatus(
        status.id(),
        status.experiment(),
        status.state(),
        status.error(),
        status.startedAtMillis(),
        status.seconds(),
        status.ingestion(),
        stages,
        models,
        status.networks(),
        status.trackedRun(),
        registered);
  }
}
