package dev.emovox.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.emovox.artifacts.ArtifactStore;
import dev.emovox.artifacts.PackageStore;
import dev.emovox.artifacts.S3Connection;
import dev.emovox.audit.Audit;
import dev.emovox.audit.AuditResult;
import dev.emovox.audit.AuditSources;
import dev.emovox.audit.finding.Finding;
import dev.emovox.contracts.PromotionState;
import dev.emovox.contracts.RunStatus;
import dev.emovox.contracts.TrainedModel;
import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.Digest;
import dev.emovox.ledger.machine.LedgerFiles;
import dev.emovox.ledger.promotion.ChampionRegistry;
import dev.emovox.settings.Endpoints;
import dev.emovox.tracking.MlflowTracking;
import dev.emovox.tracking.ModelRegistry;
import dev.emovox.tracking.VersionRequest;
import io.minio.errors.MinioException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run and its promotion on real servers are clean; what is changed behind their back is told of
 * by the rule about it and by no other. Each test puts back what it changed.
 */
@ExtendWith(Stack.class)
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AuditIT {
  private static final String MODEL = "audit-it";
  private static final String RUN = "audited-1";

  private Endpoints endpoints;
  private S3Connection connection;
  private MlflowTracking tracking;
  private ModelRegistry versions;
  private Bucket bucket;
  private Audit audit;
  private RunStatus run;

  @BeforeAll
  void runAndPromote(Stack.Running stack, @TempDir Path folder) {
    SmallExperiment.speech(folder.resolve("speech"));
    endpoints = stack.withBucket(MODEL);
    connection = new S3Connection(endpoints.s3());
    tracking = new MlflowTracking(endpoints.mlflow());
    versions = new ModelRegistry(endpoints.mlflow());
    bucket = new Bucket(endpoints.s3());
    run = runAndPromote(folder);
    audit =
        new Audit(
            AuditSources.on(
                connection,
                tracking,
                new ChampionRegistry(versions, MODEL),
                new LedgerFiles(folder.resolve("auditor"), Map.of(), line -> {}).anchor(MODEL)),
            line -> {});
  }

  /** Version 1 is promoted, then version 2, which is the run's other model on that split. */
  @SuppressWarnings("try") // a worker is there to work, not to be called
  private RunStatus runAndPromote(Path folder) {
    Map<String, String> home = Map.of("EMOVOX_HOME", folder.resolve("home").toString());
    try (InProcessWorker worker = InProcessWorker.start(endpoints, home);
        Runs runs = new Runs(endpoints.temporal());
        Promotions promotions = new Promotions(endpoints, MODEL, folder)) {
      RunStatus status =
          runs.result(
              runs.start(AuditableRun.plan(RUN, MODEL, folder.resolve("speech"), List.of())));
      registerOther(status);
      for (String version : List.of("1", "2", "1")) {
        String id = "audit-it-" + promotions.head();
        assertThat(promotions.end(promotions.promotion(id, version, null, null)).state())
            .isEqualTo(PromotionState.DONE);
      }
      return status;
    }
  }

  private void registerOther(RunStatus status) {
    TrainedModel other =
        status.models().stream()
            .filter(model -> !digest(model).equals(status.registered().digest()))
            .findFirst()
            .orElseThrow();
    var test = other.evaluation().overall();
    versions.register(
        new VersionRequest(
            MODEL,
            digest(other),
            new PackageStore(new ArtifactStore(connection)).folder(digest(other)),
            "",
            Map.of(
                "emovox.run", RUN,
                "emovox.accuracy", Double.toString(test.accuracy().value()),
                "emovox.unweighted_average_recall",
                    Double.toString(test.unweightedAverageRecall().value()))));
  }

  private static Digest digest(TrainedModel model) {
    return model.modelPackage().output("package").digest();
  }

  @AfterAll
  void stop() {
    tracking.close();
    connection.close();
  }

  private static List<String> rules(AuditResult result) {
    return result.findings().stream().map(Finding::rule).distinct().toList();
  }

  private ArtifactRef report(int model) {
    return run.models().get(model).evaluation().stage().output("report");
  }

  @Test
  @Order(1)
  void aRealRunAndItsPromotionsAreClean() {
    AuditResult result = audit.ofEverything();

    assertThat(result.findings()).isEmpty();
    assertThat(result.checked().runs()).containsExactly(RUN);
    assertThat(result.checked().versions()).containsExactly("1", "2");
    assertThat(result.checked().artifacts()).isGreaterThan(20);
    assertThat(result.checked().ledgerEntries()).isEqualTo(4);
  }

  @Test
  @Order(2)
  void anEditedManifestIsToldOf() throws MinioException {
    ArtifactRef manifest = run.ingestion().stage().output("manifest");
    byte[] whole = bucket.read(manifest.uri());
    byte[] edited = whole.clone();
    edited[whole.length / 2] ^= 1;

    bucket.write(manifest.uri(), edited);

    assertThat(audit.ofRun(RUN).findings())
        .extracting(Finding::rule, Finding::subject)
        .containsExactly(tuple("artifact-changed", manifest.uri()));
    bucket.write(manifest.uri(), whole);
  }

  @Test
  @Order(3)
  void aDeletedArtefactIsToldOf() throws MinioException {
    ArtifactRef gone = report(1);
    byte[] whole = bucket.read(gone.uri());

    bucket.delete(gone);

    assertThat(audit.ofRun(RUN).findings())
        .extracting(Finding::rule, Finding::subject)
        .containsExactly(tuple("artifact-missing", gone.uri()));
    bucket.write(gone.uri(), whole);
  }

  @Test
  @Order(4)
  void aFileOfAServedPackageThatWasExchangedIsToldOf() throws MinioException {
    ArtifactRef model = run.models().get(0).modelPackage().outputs().get(1).artifact();
    byte[] whole = bucket.read(model.uri());

    bucket.write(model.uri(), new byte[whole.length]);

    assertThat(rules(audit.ofEverything()))
        .containsExactlyInAnyOrder("artifact-changed", "package-damaged");
    bucket.write(model.uri(), whole);
  }

  @Test
  @Order(5)
  void anAliasThatWasMovedByHandIsToldOf() {
    versions.setAlias(MODEL, "champion", "2");

    assertThat(rules(audit.ofVersion("1"))).containsExactly("ledger-alias-moved");
    assertThat(audit.ofModel("2").findings()).isEmpty();
    versions.setAlias(MODEL, "champion", "1");
  }

  @Test
  @Order(6)
  void aScoreThatWasEditedInTheRegistryIsToldOf() {
    var version = new ChampionRegistry(versions, MODEL).find("2").orElseThrow();
    versions.setTag(version, "emovox.accuracy", "0.999");

    assertThat(rules(audit.ofEverything())).containsExactly("registry-score-differs");
    versions.setTag(version, "emovox.accuracy", version.tags().get("emovox.accuracy"));
  }

  @Test
  @Order(7)
  void aRemovedEntryOfTheLedgerIsToldOf() throws MinioException {
    String entry = bucket.uri("ledger/signed/00000003.json");
    byte[] whole = bucket.read(entry);

    bucket.delete(entry);

    assertThat(rules(audit.ofVersion("1"))).containsExactly("ledger-entry-missing");
    bucket.write(entry, whole);
  }

  @Test
  @Order(8)
  void aCutEndOfTheLedgerIsToldOf() throws MinioException {
    String entry = bucket.uri("ledger/signed/00000004.json");
    byte[] whole = bucket.read(entry);

    bucket.delete(entry);

    assertThat(rules(audit.ofVersion("1"))).containsExactly("ledger-head-lost");
    bucket.write(entry, whole);
  }

  @Test
  @Order(9)
  void whatWasPutBackIsCleanAgain() {
    assertThat(audit.ofEverything().findings()).isEmpty();
  }
}
