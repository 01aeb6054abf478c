package dev.emovox.cli.connected;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.emovox.artifacts.ArtifactStore;
import dev.emovox.artifacts.PackageStore;
import dev.emovox.artifacts.S3Connection;
import dev.emovox.cli.command.CommandLines;
import dev.emovox.cli.command.Invocation;
import dev.emovox.cli.console.GlobalOptions;
import dev.emovox.cli.console.Terminal;
import dev.emovox.cli.testing.Captured;
import dev.emovox.cli.testing.TinyNetwork;
import dev.emovox.domain.Digest;
import dev.emovox.inference.Wav2Vec2Package;
import dev.emovox.inference.packaging.BaseCheckpoint;
import dev.emovox.inference.packaging.CheckpointProvenance;
import dev.emovox.ledger.Ledger;
import dev.emovox.ledger.entry.Decision;
import dev.emovox.ledger.entry.Resource;
import dev.emovox.ledger.entry.SignedEntry;
import dev.emovox.ledger.machine.LedgerFiles;
import dev.emovox.ledger.promotion.ChampionRegistry;
import dev.emovox.ledger.promotion.Promotion;
import dev.emovox.ledger.promotion.PromotionRequest;
import dev.emovox.ledger.promotion.Registry;
import dev.emovox.ledger.promotion.RollbackRequest;
import dev.emovox.ledger.s3.S3EntryStore;
import dev.emovox.local.Server;
import dev.emovox.local.TestServers;
import dev.emovox.settings.MlflowEndpoint;
import dev.emovox.settings.S3Endpoint;
import dev.emovox.tracking.ModelRegistry;
import dev.emovox.tracking.ModelVersion;
import dev.emovox.tracking.VersionRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three versions on real S3 and MLflow servers; each test goes on where the one before ended. What
 * workers do is done here by the ledger's own classes, with the keys of the command line's home.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ConnectedLedgerIT {
  @TempDir static Path folder;

  private static TestServers servers;
  private static S3Connection connection;
  private static ModelRegistry registry;

  private final Map<String, String> environment = environment();

  @BeforeAll
  static void start() throws IOException {
    servers = TestServers.start(Server.S3_SEAWEEDFS, Server.MLFLOW);
    connection = new S3Connection(servers.s3());
    registry = new ModelRegistry(servers.mlflow());
    for (int seed = 1; seed <= 3; seed++) {
      register(seed);
    }
  }

  @AfterAll
  static void stop() {
    connection.close();
    servers.close();
  }

  private static void register(int seed) throws IOException {
    Path network = new TinyNetwork(seed, true).write(folder.resolve("network" + seed));
    CheckpointProvenance provenance =
        new CheckpointProvenance(
            new BaseCheckpoint("speech/tiny@main", Digest.of("base")), Optional.empty(), "1.0");
    PackageStore packages = new PackageStore(new ArtifactStore(connection));
    try (Wav2Vec2Package sealed = Wav2Vec2Package.seal(network, provenance)) {
      packages.writeFolder(network, sealed.digest());
      registry.register(
          new VersionRequest(
              ConnectedModels.MODEL,
              sealed.digest(),
              packages.folder(sealed.digest()),
              "",
              Map.of("emovox.run", "run-" + seed)));
    }
  }

  private static Map<String, String> environment() {
    S3Endpoint s3 = servers.s3();
    MlflowEndpoint mlflow = servers.mlflow();
    return new HashMap<>(
        Map.of(
            "EMOVOX_TEMPORAL_ADDRESS", "127.0.0.1:1",
            "EMOVOX_MLFLOW_URL", mlflow.url().toString(),
            "EMOVOX_S3_URL", s3.url().toString(),
            "EMOVOX_S3_BUCKET", s3.bucket(),
            "EMOVOX_S3_ACCESS_KEY", s3.accessKey(),
            "EMOVOX_S3_SECRET_KEY", s3.secretKey().reveal()));
  }

  private record Ended(int status, Captured captured) {
    JsonNode json() {
      try {
        return new ObjectMapper().readTree(captured.out());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private Ended emovox(String home, String... words) {
    GlobalOptions options = new GlobalOptions();
    Captured captured = new Captured(Terminal.plain(), options);
    ConnectedWorkplace workplace =
        new ConnectedWorkplace(
            environment, folder.resolve(home), line -> captured.console().message(line));
    Invocation invocation =
        new Invocation(options, captured.console(), given -> workplace, Clock.systemUTC());
    return new Ended(CommandLines.execute(invocation, List.of(words)), captured);
  }

  private JsonNode done(String... words) {
    Ended ended = emovox("home", words);
    assertThat(ended.status()).as(ended.captured().err()).isZero();
    return ended.json();
  }

  private List<String> findings(String home) {
    Ended ended = emovox(home, "ledger", "verify", "--json");
    List<String> rules =
        ended.json().get("findings").findValues("rule").stream().map(JsonNode::asText).toList();
    assertThat(ended.status()).isEqualTo(rules.isEmpty() ? 0 : 4);
    return rules;
  }

  private static String served() {
    return registry.alias(ConnectedModels.MODEL, "champion").orElseThrow().version();
  }

  @Test
  @Order(1)
  void theFirstPromotionMakesKeyAndLedger() throws IOException {
    assertThat(findings("home")).isEmpty();
    List<String> notices = new ArrayList<>();
    SignedEntry entry =
        promotion(champions(), notices::add).promote(new PromotionRequest("1", "ada", "first"));
    assertThat(String.join("\n", notices))
        .contains("A key for the ledger was created: sha256:", "keep a copy")
        .doesNotContain("PRIVATE");
    JsonNode shown = done("ledger", "show", "2", "--json");
    assertThat(shown.get("action").asText()).isEqualTo("promote");
    assertThat(shown.get("run").asText()).isEqualTo("run-1");
    assertThat(shown.get("digest").asText()).isEqualTo(entry.digest().toString());
    assertThat(served()).isEqualTo("1");
    Path keys = folder.resolve("home").resolve("ledger").resolve("keys");
    assertThat(keys).isDirectoryContaining(file -> Files.isRegularFile(file));
    assertThat(findings("home")).isEmpty();
  }

  @Test
  @Order(2)
  void rollbackIsListed() {
    promote("2");
    promotion().rollback(new RollbackRequest(Optional.empty(), "bo", "errors on calls"));
    JsonNode newest = done("ledger", "list", "--limit", "1", "--json").get(0);
    assertThat(newest.get("action").asText()).isEqualTo("rollback");
    assertThat(newest.get("version").asText()).isEqualTo("1");
    assertThat(newest.get("previous_version").asText()).isEqualTo("2");
    assertThat(served()).isEqualTo("1");
    assertThat(findings("home")).isEmpty();
  }

  @Test
  @Order(3)
  void aKilledPromotionIsFoundAndResumed() {
    Promotion killed = promotion(new KilledRegistry(champions()), line -> {});
    assertThatThrownBy(() -> killed.promote(new PromotionRequest("3", "ada", null)))
        .isInstanceOf(KilledException.class);
    assertThat(served()).isEqualTo("1");
    assertThat(findings("home")).containsExactly("ledger_decision_not_carried_out");
    promotion().resume();
    assertThat(served()).isEqualTo("3");
    assertThat(findings("home")).isEmpty();
  }

  @Test
  @Order(3)
  void withoutTemporalNothingIsPromoted() {
    assertThat(emovox("home", "promote", "1").status()).isEqualTo(3);
    assertThat(emovox("home", "rollback").status()).isEqualTo(3);
    assertThat(emovox("home", "approve", "1", "--by", "grace").status()).isEqualTo(3);
    assertThat(findings("home")).isEmpty();
  }

  private static ChampionRegistry champions() {
    return new ChampionRegistry(registry, ConnectedModels.MODEL);
  }

  private Promotion promotion() {
    return promotion(champions(), line -> {});
  }

  private Promotion promotion(Registry versions, Consumer<String> notices) {
    LedgerFiles files = new LedgerFiles(folder.resolve("home/ledger"), Map.of(), notices);
    return new Promotion(
        versions,
        digest -> new Decision.Attested(List.of(new Resource("package.json", digest)), List.of()),
        new Ledger(
            new S3EntryStore(connection),
            files.anchor(servers.s3().bucket()),
            files.keys(),
            Clock.systemUTC()));
  }

  private SignedEntry promote(String version) {
    return promotion().promote(new PromotionRequest(version, "ada", null));
  }

  private static final class KilledException extends IllegalStateException {}

  /** The process ends instead of moving the alias. */
  private record KilledRegistry(Registry registry) implements Registry {
    @Override
    public String modelName() {
      return registry.modelName();
    }

    @Override
    public List<ModelVersion> versions() {
      return registry.versions();
    }

    @Override
    public Optional<ModelVersion> champion() {
      return registry.champion();
    }

    @Override
    public void crown(ModelVersion version) {
      throw new KilledException();
    }

    @Override
    public void tag(ModelVersion version, String key, String value) {
      throw new KilledException();
    }
  }

  @Test
  @Order(4)
  void promotionsAtOnceEndWithTheLastEntry() {
    IntStream.range(0, 6).parallel().forEach(i -> promote(Integer.toString(1 + i % 3)));
    JsonNode newest = done("ledger", "list", "--limit", "1", "--json").get(0);
    assertThat(newest.get("version").asText()).isEqualTo(served());
    assertThat(findings("home")).isEmpty();
  }

  @Test
  @Order(5)
  void anotherKeyTakesOver() {
    JsonNode rotation = done("ledger", "key", "rotate", "--reason", "yearly", "--json");
    assertThat(rotation.get("signed_by")).hasSize(2);
    JsonNode keys = done("ledger", "key", "show", "--json");
    assertThat(keys.findValuesAsText("fingerprint")).contains(rotation.get("key").asText());
    String version = served().equals("1") ? "2" : "1";
    SignedEntry entry = promote(version);
    JsonNode shown = done("ledger", "show", Long.toString(entry.entry().number()), "--json");
    assertThat(shown.at("/signed_by/0")).isEqualTo(rotation.get("key"));
    assertThat(findings("home")).isEmpty();
  }

  @Test
  @Order(6)
  void anAuditorVerifiesWithoutAnyKeyAndCanNotWrite() {
    Ended first = emovox("auditor", "ledger", "verify");
    assertThat(first.status()).as(first.captured().out()).isZero();
    assertThat(first.captured().err()).contains("seen from here for the first time");
    assertThat(first.captured().out()).contains("nothing wrong with them", "first seen");
    assertThat(emovox("auditor", "ledger", "verify").captured().out()).contains("remembered");
    Ended refused = emovox("auditor", "ledger", "key", "rotate");
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.captured().err()).contains("is not on this machine");
    environment.put("EMOVOX_LEDGER_FINGERPRINT", Digest.of("another").toString());
    assertThat(findings("third")).containsExactly("ledger_anchor_differs");
    environment.put("EMOVOX_LEDGER_FINGERPRINT", "nonsense");
    assertThat(emovox("third", "ledger", "verify").status()).isEqualTo(2);
  }

  @Test
  @Order(7)
  void anAliasThatSomethingElseMovedIsFound() {
    String other = served().equals("3") ? "1" : "3";
    registry.setAlias(ConnectedModels.MODEL, "champion", other);
    assertThat(findings("home")).containsExactly("ledger_alias_moved");
    Ended ledgerOnly = emovox("home", "ledger", "verify", "--ledger-only");
    assertThat(ledgerOnly.status()).isZero();
    promotion().resume();
    assertThat(served()).isNotEqualTo(other);
    assertThat(findings("home")).isEmpty();
  }
}
