package dev.emovox.lineage.testing;

import dev.emovox.contracts.CacheUse;
import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.contracts.IngestionOutcome;
import dev.emovox.contracts.NamedArtifact;
import dev.emovox.contracts.RegisteredVersion;
import dev.emovox.contracts.RegistrationPlan;
import dev.emovox.contracts.RunState;
import dev.emovox.contracts.RunStatus;
import dev.emovox.contracts.StageResult;
import dev.emovox.contracts.StageStatus;
import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.BaselineSettings;
import dev.emovox.domain.Digest;
import dev.emovox.domain.FeatureSettings;
import dev.emovox.domain.FineTuningSettings;
import dev.emovox.domain.LabelSet;
import dev.emovox.domain.SplitPolicy;
import dev.emovox.domain.SplitSettings;
import dev.emovox.records.RunRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A record of a run, stage by stage. An artefact's digest is that of its stage and its name. */
public final class CraftedRun {
  public static final long STARTED = 1_769_869_501_000L;

  private final String id;
  private final List<StageStatus> stages = new ArrayList<>();
  private List<BaselineSettings> models = List.of();
  private List<FineTuningSettings> networks = List.of();
  private CacheUse cache = CacheUse.MISS;

  public CraftedRun(String id) {
    this.id = id;
  }

  /** A run of the forest that computed everything itself. */
  public static CraftedRun ofForest(String id) {
    return new CraftedRun(id)
        .models(new BaselineSettings.RandomForest("forest", 10, 1))
        .stage("ingestion", "manifest", "rejects", "counts")
        .stage("split random", "split")
        .stage("features", "features")
        .stage("fit forest on random", "model", "validation")
        .stage("evaluate forest on random", "predictions", "report")
        .stage("package forest on random", "package", "package/model.bin");
  }

  /** A run of the forest that learnt from copies of its training clips too. */
  public static CraftedRun ofForestWithCopies(String id) {
    return new CraftedRun(id)
        .models(CraftedSettings.forestWithCopies())
        .stage("ingestion", "manifest", "rejects", "counts")
        .stage("split random", "split")
        .stage("features", "features")
        .stage("augment noisy on random", "augmented-set")
        .stage("features paper of noisy on random", "features")
        .stage("fit forest on random", "model", "validation")
        .stage("evaluate forest on random", "predictions", "report")
        .stage("package forest on random", "package", "package/model.bin");
  }

  /** A run of a network of two stages, the second of which went on from the first's best epoch. */
  public static CraftedRun ofNetwork(String id) {
    return new CraftedRun(id)
        .networks(CraftedSettings.network("xlsr", "first", "second"))
        .stage("ingestion", "manifest", "rejects", "counts")
        .stage("split random", "split")
        .stage("prepare xlsr on random", "training-clips", "checkpoint")
        .stage("train first of xlsr on random", "weights", "position")
        .stage("train second of xlsr on random", "weights", "position")
        .stage("evaluate xlsr on random", "predictions", "report")
        .stage("package xlsr on random", "package", "package/model.safetensors")
        .stage("registration");
  }

  public CraftedRun models(BaselineSettings... some) {
    models = List.of(some);
    return this;
  }

  public CraftedRun networks(FineTuningSettings... some) {
    networks = List.of(some);
    return this;
  }

  /** From here on, outputs are found and not made. */
  public CraftedRun cached() {
    cache = CacheUse.HIT;
    return this;
  }

  public CraftedRun stage(String name, String... outputs) {
    List<NamedArtifact> artefacts =
        Stream.of(outputs).map(output -> artefact(name, output)).toList();
    return add(name, RunState.DONE, cache, artefacts);
  }

  public CraftedRun failed(String name) {
    return add(name, RunState.FAILED, null, List.of());
  }

  private CraftedRun add(String name, RunState state, CacheUse use, List<NamedArtifact> artefacts) {
    long start = STARTED + 1000L * stages.size();
    stages.add(new StageStatus(name, state, use, 1, 1, "", start, 0.5, artefacts));
    return this;
  }

  public static Digest digest(String stage, String output) {
    return Digest.of(stage + "/" + output);
  }

  public static String id(String stage, String output) {
    return digest(stage, output).toString();
  }

  private static NamedArtifact artefact(String stage, String output) {
    Digest digest = digest(stage, output);
    String uri = "s3://emovox/artifacts/" + output + "/" + digest.hex();
    return new NamedArtifact(output, new ArtifactRef(uri, digest, 10, "application/json", 1));
  }

  public ExperimentPlan plan() {
    return new ExperimentPlan(
        id,
        "crafted",
        7,
        List.of("/data"),
        List.of(),
        List.of(new SplitSettings("random", SplitPolicy.STRATIFIED_RANDOM, 0.7, 0.15, 0.15)),
        List.of(FeatureSettings.paper()),
        100,
        models,
        networks,
        new RegistrationPlan("emovox", "random"),
        "name: crafted\n");
  }

  public RunRecord going() {
    return new RunRecord(plan(), Optional.empty());
  }

  public RunRecord ended() {
    return new RunRecord(plan(), Optional.of(status()));
  }

  public RunStatus status() {
    boolean failed = stages.stream().anyMatch(stage -> stage.state() == RunState.FAILED);
    return new RunStatus(
        id,
        "crafted",
        failed ? RunState.FAILED : RunState.DONE,
        failed ? "The disk is full." : null,
        STARTED,
        30,
        ingestion(),
        stages,
        List.of(),
        List.of(),
        null,
        registered());
  }

  /** The status when so many stages were done, and the next one ran. */
  public RunStatus until(int done) {
    List<StageStatus> begun = new ArrayList<>(stages.subList(0, done));
    if (done < stages.size()) {
      StageStatus next = stages.get(done);
      begun.add(
          new StageStatus(
              next.name(), RunState.RUNNING, null, 0, 0, "", next.startedAtMillis(), 0, List.of()));
    }
    return new RunStatus(
        id,
        "crafted",
        RunState.RUNNING,
        null,
        STARTED,
        done,
        done > 0 ? ingestion() : null,
        begun,
        List.of(),
        List.of(),
        null,
        null);
  }

  private IngestionOutcome ingestion() {
    return stages.stream()
        .filter(stage -> stage.name().equals("ingestion") && !stage.outputs().isEmpty())
        .findFirst()
        .map(
            stage ->
                new IngestionOutcome(
                    new StageResult(stage.cache(), stage.outputs()),
                    3,
                    1,
                    new LabelSet(List.of("angry", "sad")),
                    Map.of("tess", 2, "ravdess", 1),
                    List.of()))
        .orElse(null);
  }

  private RegisteredVersion registered() {
    return stages.stream()
        .filter(stage -> stage.name().startsWith("package "))
        .findFirst()
        .map(stage -> stage.outputs().get(0).artifact().digest())
        .map(digest -> new RegisteredVersion("emovox", "3", digest))
        .orElse(null);
  }
}
