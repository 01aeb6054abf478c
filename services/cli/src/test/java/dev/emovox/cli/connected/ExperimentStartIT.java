package dev.emovox.cli.connected;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.emovox.artifacts.CheckpointStore;
import dev.emovox.artifacts.S3Connection;
import dev.emovox.cli.command.CommandLines;
import dev.emovox.cli.command.Invocation;
import dev.emovox.cli.console.GlobalOptions;
import dev.emovox.cli.console.Terminal;
import dev.emovox.cli.testing.Captured;
import dev.emovox.cli.testing.FolderHub;
import dev.emovox.cli.testing.TinyNetwork;
import dev.emovox.cli.workplace.Checkout;
import dev.emovox.cli.workplace.Runs;
import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.domain.Digest;
import dev.emovox.domain.FineTuningSettings;
import dev.emovox.domain.StartingPoint;
import dev.emovox.local.Server;
import dev.emovox.local.TestServers;
import dev.emovox.settings.S3Endpoint;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Experiments with networks are started on a real Temporal and S3; no worker carries them out. */
class ExperimentStartIT {
  private static TestServers servers;

  @TempDir Path folder;

  private final Map<String, String> environment = environment();
  private Captured captured;

  @BeforeAll
  static void start() {
    servers = TestServers.start(Server.TEMPORAL, Server.S3_SEAWEEDFS);
  }

  @AfterAll
  static void stop() {
    servers.close();
  }

  private static Map<String, String> environment() {
    S3Endpoint s3 = servers.s3();
    return new HashMap<>(
        Map.of(
            "EMOVOX_TEMPORAL_ADDRESS", servers.temporal().address(),
            "EMOVOX_MLFLOW_URL", "http://127.0.0.1:1",
            "EMOVOX_S3_URL", s3.url().toString(),
            "EMOVOX_S3_BUCKET", s3.bucket(),
            "EMOVOX_S3_ACCESS_KEY", s3.accessKey(),
            "EMOVOX_S3_SECRET_KEY", s3.secretKey().reveal()));
  }

  private ConnectedWorkplace workplace() {
    return new ConnectedWorkplace(environment, folder.resolve("home"), line -> {});
  }

  private int emovox(List<String> words) {
    GlobalOptions options = new GlobalOptions();
    captured = new Captured(Terminal.plain(), options);
    return CommandLines.execute(
        new Invocation(options, captured.console(), given -> workplace(), Clock.systemUTC()),
        words);
  }

  private ExperimentPlan run(String experiment, String... words) throws IOException {
    List<String> all = new ArrayList<>(List.of("run", experiment, "--detach", "--json"));
    all.addAll(List.of("--data", folder.toString()));
    all.addAll(List.of(words));
    assertThat(emovox(all)).as(captured.err()).isZero();
    JsonNode document = new ObjectMapper().readTree(captured.out());
    try (Runs runs = workplace().runs()) {
      return runs.plan(document.get("id").asText());
    }
  }

  private static String source(FineTuningSettings network) {
    return ((StartingPoint.Pretrained) network.start()).source();
  }

  private Path random(String architecture) {
    Path config = Checkout.find(Map.of()).root().resolve("configs/architectures/" + architecture);
    Path target = folder.resolve(architecture.replace(".json", ""));
    assertThat(emovox(List.of("model", "random", config.toString(), target.toString()))).isZero();
    return target;
  }

  private boolean isStored(String digest) {
    try (S3Connection connection = new S3Connection(servers.s3())) {
      return new CheckpointStore(connection).find(Digest.parse(digest)).isPresent();
    }
  }

  @Test
  void thePaperStartsFromStandIns() throws IOException {
    Path base = random("tiny-base.json");
    Path xlsr = random("tiny-xlsr.json");
    String tiny = Checkout.find(Map.of()).experiments().resolve("tiny/paper.yaml").toString();
    String[] words = {
      "--set-file",
      tiny,
      "--set",
      "networks[0].start.source=" + base,
      "--set",
      "networks[1].start.source=" + base,
      "--set",
      "networks[2].start.source=" + xlsr
    };
    ExperimentPlan plan = run("paper", words);
    assertThat(captured.err()).containsOnlyOnce("Importing " + base);
    assertThat(plan.networks()).extracting(ExperimentStartIT::source).allMatch(this::isStored);
    assertThat(source(plan.networks().get(1)))
        .isEqualTo(source(plan.networks().get(0)))
        .isNotEqualTo(source(plan.networks().get(2)));
    assertThat(plan.configuration()).contains("source: " + base, "published:");
    ExperimentPlan again = run("paper", words);
    assertThat(again.networks()).isEqualTo(plan.networks());
  }

  @Test
  void aHubIsAskedAndItsCommitRecorded() throws IOException {
    try (FolderHub hub = new FolderHub(new TinyNetwork(3, false).write(folder.resolve("up")))) {
      environment.put("HF_ENDPOINT", hub.endpoint());
      ExperimentPlan plan =
          run("small", "--set", "networks[0].start={kind: pretrained, source: speech/tiny}");
      String digest = source(plan.networks().get(0));
      assertThat(isStored(digest)).isTrue();
      assertThat(plan.configuration())
          .contains(
              "# networks[0].start.source: speech/tiny is %s, commit %s of "
                  .formatted(digest, FolderHub.COMMIT));
      ExperimentPlan byDigest =
          run("small", "--set", "networks[0].start={kind: pretrained, source: '" + digest + "'}");
      assertThat(source(byDigest.networks().get(0))).isEqualTo(digest);
    }
  }

  @Test
  void whatIsNotStoredIsRefusedBeforeAnythingStarts() {
    String setting =
        "networks[0].start={kind: pretrained, source: 'sha256:" + "0".repeat(64) + "'}";
    assertThat(emovox(List.of("run", "small", "--data", folder.toString(), "--set", setting)))
        .isEqualTo(2);
    assertThat(captured.err())
        .contains("--set: networks[0].start.source", "is not stored", "./emovox model import");
  }
}
