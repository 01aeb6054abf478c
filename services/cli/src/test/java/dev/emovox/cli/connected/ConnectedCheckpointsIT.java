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
import dev.emovox.domain.Digest;
import dev.emovox.local.Server;
import dev.emovox.local.TestServers;
import dev.emovox.settings.S3Endpoint;
import dev.emovox.wav2vec2.checkpoint.Checkpoint;
import dev.emovox.wav2vec2.checkpoint.CheckpointFolder;
import dev.emovox.wav2vec2.config.ParameterShapes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The model commands on a real S3 server and a hub of this machine. */
class ConnectedCheckpointsIT {
  private static final String WEIGHTS = "model.safetensors";
  private static TestServers servers;

  @TempDir Path folder;

  private final Map<String, String> environment = environment();
  private Captured captured;

  @BeforeAll
  static void start() {
    servers = TestServers.start(Server.S3_SEAWEEDFS);
  }

  @AfterAll
  static void stop() {
    servers.close();
  }

  /** Nothing but S3 is there. */
  private static Map<String, String> environment() {
    S3Endpoint s3 = servers.s3();
    return new HashMap<>(
        Map.of(
            "EMOVOX_TEMPORAL_ADDRESS", "127.0.0.1:1",
            "EMOVOX_MLFLOW_URL", "http://127.0.0.1:1",
            "EMOVOX_S3_URL", s3.url().toString(),
            "EMOVOX_S3_BUCKET", s3.bucket(),
            "EMOVOX_S3_ACCESS_KEY", s3.accessKey(),
            "EMOVOX_S3_SECRET_KEY", s3.secretKey().reveal()));
  }

  private int emovox(String... words) {
    GlobalOptions options = new GlobalOptions();
    captured = new Captured(Terminal.plain(), options);
    ConnectedWorkplace workplace =
        new ConnectedWorkplace(environment, folder.resolve("home"), line -> {});
    return CommandLines.execute(
        new Invocation(options, captured.console(), given -> workplace, Clock.systemUTC()),
        List.of(words));
  }

  private JsonNode done(String... words) throws IOException {
    int status = emovox(words);
    assertThat(status).as(captured.err()).isZero();
    return new ObjectMapper().readTree(captured.out());
  }

  private void requireSameParameters(Path expected, Path found) {
    try (Checkpoint a = CheckpointFolder.open(expected);
        Checkpoint b = CheckpointFolder.open(found)) {
      assertThat(b.config().labels()).isEqualTo(a.config().labels());
      assertThat(b.preprocessor()).isEqualTo(a.preprocessor());
      for (String name : ParameterShapes.of(a.config()).keySet()) {
        assertThat(b.parameter(name).content()).isEqualTo(a.parameter(name).content());
      }
    }
  }

  @Test
  void aFolderIsImportedOnceAndComesBackWithTheSameParameters() throws IOException {
    Path tiny = new TinyNetwork(1, true).write(folder.resolve("tiny"));
    String out = folder.resolve("out").toString();

    JsonNode first = done("model", "import", tiny.toString(), "--json");
    JsonNode again = done("model", "import", tiny.toString(), "--json");
    String digest = first.get("digest").asText();
    done("model", "export", digest, out, "--json");

    assertThat(first.get("sent_bytes").asLong()).isEqualTo(first.get("bytes").asLong());
    assertThat(again.get("sent_bytes").asLong()).isZero();
    assertThat(again.get("digest").asText()).isEqualTo(digest);
    assertThat(first.get("address").asText()).endsWith(digest.substring("sha256:".length()) + "/");
    requireSameParameters(tiny, Path.of(out));
    assertThat(Path.of(out, "README.md")).content().contains(digest, "a folder tiny");
    assertThat(emovox("model", "export", digest, out)).isEqualTo(2);
    assertThat(captured.err()).contains("is there already");
  }

  @Test
  void theSameCheckpointFromAHubIsTheSameAndItsCommitIsRecorded() throws IOException {
    Path tiny = new TinyNetwork(2, true).write(folder.resolve("tiny"));
    String digest = done("model", "import", tiny.toString(), "--json").get("digest").asText();
    try (FolderHub hub = new FolderHub(tiny)) {
      environment.put("HF_ENDPOINT", hub.endpoint());
      JsonNode imported = done("model", "import", "speech/tiny", "--json");

      assertThat(imported.get("digest").asText()).isEqualTo(digest);
      assertThat(imported.get("sent_bytes").asLong()).isZero();
      assertThat(imported.at("/source/commit").asText()).isEqualTo(FolderHub.COMMIT);
      assertThat(captured.err()).contains("speech/tiny@main is at commit " + FolderHub.COMMIT);
      assertThat(emovox("model", "import", "speech/other")).isEqualTo(2);
    }
    environment.put("HF_HUB_OFFLINE", "1");
    assertThat(emovox("model", "import", "speech/tiny")).isZero();
    try (S3Connection connection = new S3Connection(servers.s3())) {
      assertThat(new CheckpointStore(connection).origins(Digest.parse(digest)))
          .extracting(origin -> origin.kind() + " " + origin.source())
          .containsExactly("folder " + tiny, "hub speech/tiny@main");
    }
    Path out = folder.resolve("out");
    done("model", "export", digest, out.toString(), "--json");
    assertThat(out.resolve("README.md")).content().contains("license: mit", FolderHub.COMMIT);
  }

  @Test
  void aPrefixOfTheStoreCanBeImported() throws IOException {
    Path tiny = new TinyNetwork(3, true).write(folder.resolve("tiny"));
    JsonNode first = done("model", "import", tiny.toString(), "--json");

    JsonNode second = done("model", "import", first.get("address").asText(), "--json");

    assertThat(second.get("digest")).isEqualTo(first.get("digest"));
    assertThat(second.at("/source/kind").asText()).isEqualTo("s3");
    try (Stream<Path> left = Files.list(folder.resolve("home").resolve("checkpoints"))) {
      assertThat(left).isEmpty();
    }
    assertThat(emovox("model", "import", "s3://no-such-bucket/x")).isEqualTo(2);
    assertThat(captured.err()).contains("no-such-bucket");
    String nothing = "s3://%s/nothing".formatted(servers.s3().bucket());
    assertThat(emovox("model", "import", nothing)).isEqualTo(2);
    assertThat(captured.err()).contains(nothing);
  }

  @Test
  void aCheckpointWithoutAHeadIsExportedAsItCame() throws IOException {
    Path tiny = new TinyNetwork(4, false).write(folder.resolve("tiny"));
    Path out = folder.resolve("out");

    JsonNode imported = done("model", "import", tiny.toString(), "--json");
    JsonNode exported =
        done("model", "export", imported.get("digest").asText(), out.toString(), "--json");

    assertThat(imported.get("labels")).isEmpty();
    assertThat(exported.get("digest")).isEqualTo(imported.get("digest"));
    assertThat(Files.mismatch(tiny.resolve(WEIGHTS), out.resolve(WEIGHTS))).isEqualTo(-1);
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("tiny", "out");
    }
  }

  @Test
  void whatIsNoCheckpointIsNotStored() throws IOException {
    Path tiny = new TinyNetwork(5, true).write(folder.resolve("tiny"));
    Files.writeString(tiny.resolve("config.json"), "{\"model_type\": \"bert\"}");

    assertThat(emovox("model", "import", tiny.toString())).isEqualTo(2);
    assertThat(captured.err()).contains("bert");
  }

  @Test
  void whatIsNotThereCannotBeExported() {
    String digest = Digest.of("nothing").toString();
    assertThat(emovox("model", "export", digest, folder.resolve("out").toString())).isEqualTo(2);
    assertThat(captured.err()).contains(digest, "model import");
    assertThat(emovox("model", "export", "7", folder.resolve("out").toString())).isEqualTo(3);
    assertThat(folder.resolve("out")).doesNotExist();
  }
}
