package dev.emovox.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.artifacts.BucketCheck;
import dev.emovox.artifacts.NamedDocuments;
import dev.emovox.artifacts.S3Connection;
import dev.emovox.contracts.CorpusSource;
import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.contracts.RegistrationPlan;
import dev.emovox.contracts.RunState;
import dev.emovox.contracts.RunStatus;
import dev.emovox.domain.BaselineSettings;
import dev.emovox.domain.FeatureSettings;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.SplitPolicy;
import dev.emovox.domain.SplitSettings;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.local.Server;
import dev.emovox.local.TestServers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RunArchiveIT {
  private static TestServers servers;
  private static S3Connection connection;

  private final RunArchive archive = new RunArchive(connection);

  @BeforeAll
  static void start() {
    servers = TestServers.start(Server.S3_SEAWEEDFS);
    connection = new S3Connection(servers.s3());
    new BucketCheck(connection).createIfMissing();
  }

  @AfterAll
  static void stop() {
    connection.close();
    servers.close();
  }

  private static ExperimentPlan plan(String run) {
    return new ExperimentPlan(
        run,
        "experiment",
        1,
        List.of("/data"),
        List.of(new CorpusSource("savee", "name: savee")),
        List.of(new SplitSettings("random", SplitPolicy.STRATIFIED_RANDOM, 0.7, 0.15, 0.15)),
        List.of(FeatureSettings.paper()),
        100,
        List.of(
            new BaselineSettings.LogisticRegression("logistic", 1, 100),
            new BaselineSettings.RandomForest("forest", 100, 1, Optional.empty())),
        List.of(),
        new RegistrationPlan("emovox", "random"),
        "text");
  }

  private static RunStatus failed(String run) {
    return new RunStatus(
        run,
        "experiment",
        RunState.FAILED,
        "why",
        1,
        0.5,
        null,
        List.of(),
        List.of(),
        List.of(),
        null,
        null);
  }

  @Test
  void keepsWhatWasAskedForAndHowItEnded() {
    archive.opened(plan("kept"));
    assertThat(archive.find("kept")).contains(new RunRecord(plan("kept"), Optional.empty()));

    archive.closed(failed("kept"));
    archive.closed(failed("kept"));
    assertThat(archive.find("kept"))
        .contains(new RunRecord(plan("kept"), Optional.of(failed("kept"))));
  }

  @Test
  void namesRunsInOrder() {
    List.of("named-b", "named-a", "named-c.1").forEach(run -> archive.opened(plan(run)));

    assertThat(archive.names()).containsSubsequence("named-a", "named-b", "named-c.1");
  }

  @Test
  void knowsNothingOfOthers() {
    assertThat(archive.find("never-begun")).isEmpty();
    assertThatThrownBy(() -> archive.find("../ledger"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("'../ledger'");
  }

  @Test
  void aDamagedRecordIsNoMissingOne() {
    byte[] cut = "{\"run_id\":".getBytes(StandardCharsets.UTF_8);
    new NamedDocuments(connection, "runs").put("damaged", "plan", cut);

    assertThatThrownBy(() -> archive.find("damaged"))
        .isInstanceOf(WorkFailedException.class)
        .hasMessageContaining("runs/damaged/plan.json");
  }
}
