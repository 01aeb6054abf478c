package dev.emovox.report.testing;

import dev.emovox.contracts.CacheUse;
import dev.emovox.contracts.EvaluationOutcome;
import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.contracts.FitOutcome;
import dev.emovox.contracts.IngestionOutcome;
import dev.emovox.contracts.NamedArtifact;
import dev.emovox.contracts.NetworkStatus;
import dev.emovox.contracts.RegisteredVersion;
import dev.emovox.contracts.RegistrationPlan;
import dev.emovox.contracts.RunState;
import dev.emovox.contracts.RunStatus;
import dev.emovox.contracts.StageResult;
import dev.emovox.contracts.StageStatus;
import dev.emovox.contracts.TrackedRun;
import dev.emovox.contracts.TrainedModel;
import dev.emovox.corpora.CorpusCount;
import dev.emovox.corpora.ManifestRow;
import dev.emovox.corpora.SplitRow;
import dev.emovox.domain.BaselineSettings;
import dev.emovox.domain.FeatureSettings;
import dev.emovox.domain.LabelSet;
import dev.emovox.domain.SplitPart;
import dev.emovox.domain.SplitPolicy;
import dev.emovox.domain.SplitSettings;
import dev.emovox.evaluation.Bootstrap;
import dev.emovox.evaluation.EvaluationReport;
import dev.emovox.evaluation.Evaluator;
import dev.emovox.evaluation.ScoredClip;
import dev.emovox.records.RunRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A run of two baselines on one random split of 24 clips, 12 of them for the test. The forest has
 * two of them wrong, the regression five, among them the forest's two.
 */
public final class SmallRun {
  public static final String ID = "small-20261123-120000-abcd";

  private static final int CLIPS = 24;
  private static final int TEST_CLIPS = 12;

  private final MemoryArtifacts artifacts = new MemoryArtifacts();
  private final List<NetworkStatus> networks = new ArrayList<>();
  private final LabelSet labels;
  private String corpus = "tess";
  private String configuration = "description: What it is for\n";

  /** A run with the classes {@code first} and {@code sad}. */
  public SmallRun(String first) {
    labels = new LabelSet(List.of(first, "sad"));
  }

  /** A run with ordinary names. */
  public SmallRun() {
    this("angry");
  }

  /** The same with another name of its corpus, which is also in its clips' names. */
  public SmallRun corpus(String name) {
    corpus = name;
    return this;
  }

  /** The same with another text of its experiment. */
  public SmallRun configuration(String yaml) {
    configuration = yaml;
    return this;
  }

  /** The same with one network more. */
  public SmallRun network(NetworkStatus network) {
    networks.add(network);
    return this;
  }

  /** Where its artefacts are. */
  public MemoryArtifacts artifacts() {
    return artifacts;
  }

  /** The run at its end. */
  public RunRecord ended() {
    List<StageStatus> stages =
        List.of(
            stage("ingestion", ingestion().stage().outputs()),
            stage("split random", List.of(split())),
            stage(
                "maps",
                List.of(
                    artifacts.picture("pca-corpus", "<svg>pca-corpus</svg>"),
                    artifacts.picture("tsne-emotion", "<svg>tsne-emotion</svg>"),
                    artifacts.document("maps", Map.of()))));
    TrainedModel forest =
        model(new BaselineSettings.RandomForest("forest", 20, 1), 0.75, List.of(0, 1));
    TrainedModel regression =
        model(
            new BaselineSettings.LogisticRegression("regression", 1, 100),
            0.5,
            List.of(0, 1, 2, 3, 4));
    return record(
        new RunStatus(
            ID,
            "small",
            RunState.DONE,
            null,
            1_795_435_200_000L,
            72.5,
            ingestion(),
            stages,
            List.of(regression, forest),
            List.copyOf(networks),
            new TrackedRun("1", "abc", "http://mlflow/run/abc"),
            new RegisteredVersion(
                "emovox", "3", forest.modelPackage().output("package").digest())));
  }

  /** The run after it failed before anything was found. */
  public RunRecord failed() {
    return record(
        new RunStatus(
            ID,
            "small",
            RunState.FAILED,
            "The folder /data is gone.",
            1_795_435_200_000L,
            1,
            null,
            List.of(),
            List.of(),
            List.of(),
            null,
            null));
  }

  /** The run while it goes on. */
  public RunRecord running() {
    return new RunRecord(plan(), Optional.empty());
  }

  private RunRecord record(RunStatus status) {
    return new RunRecord(plan(), Optional.of(status));
  }

  private ExperimentPlan plan() {
    return new ExperimentPlan(
        ID,
        "small",
        7,
        List.of("/data"),
        List.of(),
        List.of(new SplitSettings("random", SplitPolicy.STRATIFIED_RANDOM, 0.25, 0.25, 0.5)),
        List.of(FeatureSettings.paper()),
        10,
        List.of(
            new BaselineSettings.LogisticRegression("regression", 1, 100),
            new BaselineSettings.RandomForest("forest", 20, 1)),
        List.of(),
        new RegistrationPlan("emovox", "random"),
        configuration);
  }

  private IngestionOutcome ingestion() {
    List<ManifestRow> rows = new ArrayList<>();
    for (int i = 0; i < CLIPS; i++) {
      rows.add(clip(i));
    }
    int half = CLIPS / 2;
    CorpusCount count =
        new CorpusCount(
            corpus,
            CLIPS,
            0,
            Optional.empty(),
            Map.of("tess:OAF", half, "tess:YAF", half),
            Map.of(labels.name(0), half, labels.name(1), half));
    return new IngestionOutcome(
        new StageResult(
            CacheUse.MISS,
            List.of(
                artifacts.table("manifest", ManifestRow.class, rows),
                artifacts.document("counts", List.of(count)))),
        CLIPS,
        0,
        labels,
        Map.of(corpus, CLIPS),
        List.of("tess is not complete."));
  }

  private ManifestRow clip(int i) {
    return new ManifestRow(
        id(i),
        corpus,
        id(i),
        artifacts.clip("RIFF" + i).toString(),
        "",
        speaker(i),
        "",
        "",
        label(i),
        "",
        "",
        "wav",
        16_000,
        1,
        1.5,
        6);
  }

  /** The id of a clip. */
  public String id(int i) {
    return "%s/clip-%02d.wav".formatted(corpus, i);
  }

  private static String speaker(int i) {
    return i % 4 < 2 ? "tess:OAF" : "tess:YAF";
  }

  private String label(int i) {
    return labels.name(i % 2);
  }

  private NamedArtifact split() {
    List<SplitRow> rows = new ArrayList<>();
    for (int i = 0; i < CLIPS; i++) {
      SplitPart other = i % 3 == 0 ? SplitPart.VALIDATION : SplitPart.TRAIN;
      rows.add(new SplitRow(id(i), i < TEST_CLIPS ? SplitPart.TEST : other));
    }
    return artifacts.table("split", SplitRow.class, rows);
  }

  private TrainedModel model(BaselineSettings settings, double validation, List<Integer> wrong) {
    List<ScoredClip> clips = new ArrayList<>();
    for (int i = 0; i < TEST_CLIPS; i++) {
      clips.add(scored(i, wrong.contains(i)));
    }
    EvaluationReport report = new Evaluator(Bootstrap.standard(7)).evaluate(labels, clips);
    return new TrainedModel(
        settings,
        "random",
        new FitOutcome(new StageResult(CacheUse.MISS, List.of()), validation),
        new EvaluationOutcome(
            new StageResult(
                CacheUse.MISS,
                List.of(
                    artifacts.table("predictions", ScoredClip.class, clips),
                    artifacts.document("report", report))),
            report.overall(),
            report.perCorpus(),
            report.perClass()),
        new StageResult(CacheUse.MISS, List.of(artifacts.document("package", settings.name()))));
  }

  /** The higher its number, the surer the model is of a clip. */
  private ScoredClip scored(int i, boolean wrong) {
    int truth = i % 2;
    int said = wrong ? 1 - truth : truth;
    double sure = 0.6 + i / 50.0;
    return new ScoredClip(
        id(i),
        corpus,
        speaker(i),
        labels.name(truth),
        labels.name(said),
        said == 0 ? List.of(sure, 1 - sure) : List.of(1 - sure, sure));
  }

  private static StageStatus stage(String name, List<NamedArtifact> outputs) {
    return new StageStatus(
        name, RunState.DONE, CacheUse.MISS, 1, 1, "clips", 1_795_435_200_000L, 1, outputs);
  }
}
