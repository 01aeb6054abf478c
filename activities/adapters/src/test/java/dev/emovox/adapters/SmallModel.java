package dev.emovox.adapters;

import dev.emovox.artifacts.PackageStore;
import dev.emovox.contracts.BaselineTrainingRequest;
import dev.emovox.contracts.CorpusSource;
import dev.emovox.contracts.EvaluationOutcome;
import dev.emovox.contracts.EvaluationRequest;
import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.contracts.FeatureRange;
import dev.emovox.contracts.FitOutcome;
import dev.emovox.contracts.FitRequest;
import dev.emovox.contracts.IngestionOutcome;
import dev.emovox.contracts.IngestionRequest;
import dev.emovox.contracts.PackageRequest;
import dev.emovox.contracts.RegistrationPlan;
import dev.emovox.contracts.RunState;
import dev.emovox.contracts.RunStatus;
import dev.emovox.contracts.SplitOutcome;
import dev.emovox.contracts.SplitRequest;
import dev.emovox.contracts.StageResult;
import dev.emovox.contracts.TrackedRun;
import dev.emovox.contracts.TrainedModel;
import dev.emovox.corpora.CorpusLibrary;
import dev.emovox.corpora.SyntheticCorpora;
import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.BaselineSettings;
import dev.emovox.domain.Digest;
import dev.emovox.domain.FeatureSettings;
import dev.emovox.domain.SplitPolicy;
import dev.emovox.domain.SplitSettings;
import dev.emovox.inference.ModelPackage;
import dev.emovox.inference.PackageReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A random forest on a few made-up clips, made by calling every activity once. */
final class SmallModel implements AutoCloseable {
  static final SplitSettings RANDOM =
      new SplitSettings("random", SplitPolicy.STRATIFIED_RANDOM, 0.6, 0.2, 0.2);
  private static final BaselineSettings FOREST = new BaselineSettings.RandomForest("forest", 10, 1);
  static final long SEED = 1;

  final ActivitiesUnderTest activities;
  final IngestionRequest speech;
  final IngestionOutcome ingestion;
  final StageResult features;
  final SplitOutcome split;
  final TrainedModel model;

  SmallModel(Path data) {
    SyntheticCorpora.write(data, SEED);
    activities = new ActivitiesUnderTest();
    speech =
        new IngestionRequest(
            List.of(data.resolve("SAVEE").toString()), List.of(definition("savee")));
    ingestion = activities.ingestion().ingest(speech);
    split = activities.splits().split(new SplitRequest(manifest(), RANDOM, SEED));
    features = activities.features().extract(allClips());
    model = train();
  }

  TrainedModel train() {
    return train(split);
  }

  TrainedModel train(SplitOutcome on) {
    FitOutcome fit = fit(on);
    ArtifactRef fitted = fit.stage().output("model");
    EvaluationOutcome test =
        activities
            .baselines()
            .evaluate(
                new EvaluationRequest(
                    FOREST.name(),
                    RANDOM.name(),
                    fitted,
                    manifest(),
                    features.output("features"),
                    on.stage().output("split"),
                    ingestion.labels(),
                    SEED));
    StageResult packed =
        activities
            .baselines()
            .assemblePackage(
                new PackageRequest(
                    fitted,
                    FOREST.kind(),
                    ingestion.labels(),
                    FeatureSettings.paper(),
                    manifest(),
                    on.stage().output("split"),
                    features.output("features"),
                    test.stage().output("report"),
                    Optional.empty(),
                    fit.stage().find("calibration")));
    return new TrainedModel(FOREST, RANDOM.name(), fit, test, packed);
  }

  ModelPackage packaged(ArtifactRef modelPackage) {
    Digest digest = modelPackage.digest();
    PackageStore packages = activities.stores().packages();
    return new PackageReader().read(name -> packages.read(digest, name), digest);
  }

  FitOutcome fit(SplitOutcome on) {
    return activities
        .baselines()
        .fit(
            new FitRequest(
                FOREST,
                features.output("features"),
                on.stage().output("split"),
                ingestion.labels(),
                SEED,
                Optional.empty()));
  }

  BaselineTrainingRequest training() {
    return new BaselineTrainingRequest(
        FOREST,
        RANDOM.name(),
        manifest(),
        split.stage().output("split"),
        features.output("features"),
        FeatureSettings.paper(),
        ingestion.labels(),
        SEED,
        Optional.empty());
  }

  ExperimentPlan plan() {
    return new ExperimentPlan(
        "adapters-run",
        "adapters",
        SEED,
        speech.directories(),
        speech.corpora(),
        List.of(RANDOM),
        List.of(FeatureSettings.paper()),
        100,
        List.of(FOREST),
        List.of(),
        new RegistrationPlan("emovox-adapters", RANDOM.name()),
        "name: adapters\n");
  }

  RunStatus finished(ExperimentPlan plan, TrackedRun run) {
    return ended(plan, run, RunState.CANCELLED);
  }

  RunStatus ended(ExperimentPlan plan, TrackedRun run, RunState state) {
    return new RunStatus(
        plan.runId(),
        plan.experiment(),
        state,
        null,
        1000,
        2,
        ingestion,
        List.of(),
        List.of(model),
        List.of(),
        run,
        null);
  }

  FeatureRange allClips() {
    return new FeatureRange(manifest(), FeatureSettings.paper(), 0, ingestion.clips());
  }

  ArtifactRef manifest() {
    return ingestion.stage().output("manifest");
  }

  static CorpusSource definition(String corpus) {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("configs/corpora"))) {
      folder = folder.getParent();
    }
    String text = new CorpusLibrary(folder.resolve("configs/corpora")).named(corpus).text();
    return new CorpusSource(corpus, text);
  }

  @Override
  public void close() {
    activities.close();
  }
}
