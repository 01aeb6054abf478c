package dev.emovox.adapters.promotion;

import dev.emovox.contracts.CacheUse;
import dev.emovox.contracts.EvaluationOutcome;
import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.contracts.NamedArtifact;
import dev.emovox.contracts.NetworkStatus;
import dev.emovox.contracts.RegistrationPlan;
import dev.emovox.contracts.RunState;
import dev.emovox.contracts.RunStatus;
import dev.emovox.contracts.StageResult;
import dev.emovox.contracts.TrainedModel;
import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.BaselineSettings;
import dev.emovox.domain.Digest;
import dev.emovox.domain.LabelSet;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.evaluation.ScoredClip;
import dev.emovox.inference.packaging.BaseCheckpoint;
import dev.emovox.inference.packaging.BaselineDescription;
import dev.emovox.inference.packaging.CheckpointProvenance;
import dev.emovox.inference.packaging.FineTuning;
import dev.emovox.inference.packaging.PackagedFile;
import dev.emovox.inference.packaging.Provenance;
import dev.emovox.inference.packaging.Wav2Vec2Description;
import dev.emovox.records.ArtifactReader;
import dev.emovox.records.RunRecord;
import dev.emovox.tables.ParquetTable;
import dev.emovox.tracking.ModelVersion;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The record of a run with a baseline on two splits and a network on one, with what it left in S3.
 */
final class TestedRun {
  static final String RUN = "tested-1";
  static final long SEED = 7;

  private static final LabelSet LABELS = new LabelSet(List.of("angry", "sad"));

  private final Map<String, byte[]> artifacts = new HashMap<>();
  private final Map<Digest, byte[]> indexes = new HashMap<>();
  private final List<TrainedModel> models = new ArrayList<>();
  private final List<NetworkStatus> networks = new ArrayList<>();

  TestedRun() {
    models.add(baseline("random", "report on random"));
    models.add(baseline("speakers", "report on speakers"));
    networks.add(network());
  }

  /** A model whose test is of another package. */
  TestedRun withReportOfAnother() {
    models.set(0, baseline("random", "report of another model"));
    return this;
  }

  private TrainedModel baseline(String split, String packedReport) {
    EvaluationOutcome evaluation = evaluation("logistic", split);
    Provenance provenance =
        new Provenance(
            Digest.of("manifest"),
            Digest.of(split),
            Digest.of("features"),
            Digest.of(packedReport),
            "test",
            Optional.empty());
    byte[] index =
        BaselineDescription.of("logistic-regression", LABELS, files(), provenance).write();
    return new TrainedModel(
        new BaselineSettings.LogisticRegression("logistic", 1, 100),
        split,
        null,
        evaluation,
        packed(index));
  }

  private NetworkStatus network() {
    EvaluationOutcome evaluation = evaluation("tiny", "random");
    FineTuning tuning =
        new FineTuning(
            Digest.of("manifest"),
            Digest.of("random"),
            Digest.of("clips"),
            Digest.of("position"),
            Digest.of("report on random"),
            2);
    byte[] index =
        Wav2Vec2Description.of(
                LABELS,
                files(),
                new CheckpointProvenance(
                    new BaseCheckpoint("random", Digest.of("base")), Optional.of(tuning), "test"))
            .write();
    return new NetworkStatus(
        "tiny", "random", RunState.DONE, null, List.of(), evaluation, packed(index), null);
  }

  private static List<PackagedFile> files() {
    return List.of(PackagedFile.of("model.bin", new byte[] {1}));
  }

  private EvaluationOutcome evaluation(String model, String split) {
    List<ScoredClip> clips =
        List.of(
            new ScoredClip(
                model + " on " + split, "ravdess", "01", "sad", "sad", List.of(0.1, 0.9)));
    NamedArtifact predictions =
        put("predictions", new ParquetTable().write(ScoredClip.class, clips));
    NamedArtifact report = put("report", ("report on " + split).getBytes(StandardCharsets.UTF_8));
    return new EvaluationOutcome(
        new StageResult(CacheUse.MISS, List.of(predictions, report)), null, Map.of(), Map.of());
  }

  private NamedArtifact put(String name, byte[] content) {
    Digest digest = Digest.of(content);
    String uri = "s3://emovox/artifacts/%s/%s".formatted(name, digest.hex());
    artifacts.put(uri, content);
    return new NamedArtifact(name, new ArtifactRef(uri, digest, content.length, "any", 1));
  }

  private StageResult packed(byte[] index) {
    indexes.put(Digest.of(index), index);
    return new StageResult(CacheUse.MISS, List.of(put("package", index)));
  }

  Digest baselinePackage() {
    return models.get(0).modelPackage().output("package").digest();
  }

  Digest networkPackage() {
    return networks.get(0).modelPackage().output("package").digest();
  }

  /** Takes the predictions of the first baseline away. */
  void losePredictions() {
    artifacts.remove(models.get(0).evaluation().stage().output("predictions").uri());
  }

  /** A version of that package. */
  static ModelVersion version(Digest packageDigest, Map<String, String> tags) {
    return new ModelVersion(
        "emovox",
        "3",
        Optional.ofNullable(packageDigest),
        "s3://emovox/models/x/",
        "",
        Instant.EPOCH,
        tags,
        List.of());
  }

  RunRecord record() {
    ExperimentPlan plan =
        new ExperimentPlan(
            RUN,
            "tested",
            SEED,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            1,
            List.of(),
            List.of(),
            new RegistrationPlan("emovox", "random"),
            "");
    RunStatus status =
        new RunStatus(
            RUN,
            "tested",
            RunState.DONE,
            null,
            0,
            1,
            null,
            List.of(),
            models,
            networks,
            null,
            null);
    return new RunRecord(plan, Optional.of(status));
  }

  ArtifactReader reader() {
    return new ArtifactReader(
        artifact -> {
          byte[] content = artifacts.get(artifact.uri());
          if (content == null) {
            throw new WorkFailedException(artifact.uri() + " is gone.");
          }
          return content;
        });
  }

  byte[] index(Digest packageDigest) {
    return indexes.get(packageDigest);
  }
}
