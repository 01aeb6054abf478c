package dev.emovox.audit.testing;

import dev.emovox.audit.evidence.TrackedValues;
import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.contracts.IngestionOutcome;
import dev.emovox.contracts.NetworkStatus;
import dev.emovox.contracts.RegisteredVersion;
import dev.emovox.contracts.RunState;
import dev.emovox.contracts.RunStatus;
import dev.emovox.contracts.StageNames;
import dev.emovox.contracts.StageResult;
import dev.emovox.contracts.TrackedRun;
import dev.emovox.contracts.TrainedModel;
import dev.emovox.corpora.ManifestRow;
import dev.emovox.corpora.Reject;
import dev.emovox.corpora.SplitRow;
import dev.emovox.domain.Digest;
import dev.emovox.domain.LabelSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Makes a run in memory as the workflow would: a baseline with copies of its training clips on two
 * splits, and a network of two stages on the first. Unless something is planted, nothing is wrong
 * with it.
 */
public final class CleanRun {
  private final Plant plant;
  private final Store store = new Store();
  private final ExperimentPlan plan;

  private CleanRun(Plant plant) {
    this.plant = plant;
    this.plan = plant.apply(Steps.PLAN, Plans.plan());
  }

  /** The run, with what is planted. */
  public static MadeRun with(Plant plant) {
    return new CleanRun(plant).make();
  }

  private MadeRun make() {
    List<ManifestRow> clips = plant.apply(Steps.MANIFEST, Speech.clips());
    IngestionOutcome ingestion = ingest(clips);
    split("random", plant.apply(Steps.RANDOM_SPLIT, Speech.randomSplit(clips)));
    if (plan.splits().size() > 1) {
      split("unseen", plant.apply(Steps.DISJOINT_SPLIT, Speech.disjointSplit(clips)));
    }
    BaselineMaking baselines = new BaselineMaking(plant, store, plan, clips);
    List<TrainedModel> models =
        plan.splits().stream().map(split -> baselines.make(split.name())).toList();
    List<NetworkStatus> networks = List.of(new NetworkMaking(plant, store, plan, clips).make());
    RunStatus status = status(ingestion, models, networks);
    return new MadeRun(
        plant.apply(Steps.KEPT_PLAN, plan),
        plant.apply(Steps.STATUS, status),
        plant.apply(Steps.STORED, store.evidence()),
        plant.apply(Steps.TRACKED, tracked(status)));
  }

  private IngestionOutcome ingest(List<ManifestRow> clips) {
    List<Reject> rejects =
        plant.apply(Steps.REJECTS, List.of(new Reject("x.wav", "", "unknown-name", "no pattern")));
    StageResult stage =
        store.stage(
            StageNames.INGESTION,
            store.table("manifest", ManifestRow.class, clips),
            store.table("rejects", Reject.class, rejects),
            store.document("counts", List.of()));
    return plant.apply(
        Steps.INGESTION,
        new IngestionOutcome(
            stage,
            clips.size(),
            rejects.size(),
            LabelSet.sorted(clips.stream().map(ManifestRow::emotion).toList()),
            clips.stream()
                .collect(
                    Collectors.toMap(ManifestRow::corpus, clip -> 1, Integer::sum, TreeMap::new)),
            List.of()));
  }

  private void split(String name, List<SplitRow> rows) {
    store.stage(StageNames.split(name), store.table("split", SplitRow.class, rows));
  }

  private RunStatus status(
      IngestionOutcome ingestion, List<TrainedModel> models, List<NetworkStatus> networks) {
    Digest registered = models.get(0).modelPackage().output("package").digest();
    return new RunStatus(
        plan.runId(),
        plan.experiment(),
        RunState.DONE,
        null,
        Store.BEGAN,
        60,
        ingestion,
        store.stages(),
        models,
        networks,
        new TrackedRun("1", "mlflow-run", "http://localhost/1"),
        new RegisteredVersion("emovox", "1", registered));
  }

  private TrackedValues tracked(RunStatus status) {
    return new TrackedValues(
        Map.of("seed", Long.toString(plan.seed())),
        Map.of(
            "emovox.configuration",
            Digest.of(plan.configuration()).toString(),
            "emovox.manifest",
            status.ingestion().stage().output("manifest").digest().toString()));
  }
}
