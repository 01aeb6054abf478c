package dev.emovox.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.domain.Digest;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.local.Server;
import dev.emovox.local.TestServers;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ModelRegistryIT {
  private static TestServers servers;
  private static ModelRegistry registry;
  private static String runId;

  @BeforeAll
  static void start() {
    servers = TestServers.start(Server.MLFLOW);
    registry = new ModelRegistry(servers.mlflow());
    try (MlflowTracking tracking = new MlflowTracking(servers.mlflow())) {
      runId = tracking.findOrCreateRun(RunSpec.of("registry", "run", "run")).runId();
    }
  }

  @AfterAll
  static void stop() {
    servers.close();
  }

  private static VersionRequest request(String model, String content) {
    Digest digest = Digest.of(content);
    String source = "s3://emovox/models/" + digest.hex() + "/";
    return new VersionRequest(model, digest, source, runId, Map.of("emovox.run", "run-1"));
  }

  @Test
  void registersAPackageOnce() {
    ModelVersion first = registry.register(request("once", "a"));
    ModelVersion again = registry.register(request("once", "a"));
    ModelVersion other = registry.register(request("once", "b"));

    assertThat(again).isEqualTo(first);
    assertThat(first.version()).isEqualTo("1");
    assertThat(first.digest()).contains(Digest.of("a"));
    assertThat(first.source()).isEqualTo("s3://emovox/models/" + Digest.of("a").hex() + "/");
    assertThat(first.runId()).isEqualTo(runId);
    assertThat(first.tags()).containsEntry("emovox.run", "run-1");
    assertThat(registry.versions("once")).containsExactly(other, first);
  }

  @Test
  void racingRegistrationsGiveOneVersion() throws Exception {
    for (int round = 0; round < 3; round++) {
      String model = "race-" + round;
      List<ModelVersion> results = Race.of(4, () -> registry.register(request(model, "raced")));

      assertThat(registry.versions(model)).hasSize(1);
      assertThat(new HashSet<>(results)).containsExactlyElementsOf(registry.versions(model));
    }
  }

  @Test
  void movesAndRemovesAliases() {
    registry.register(request("aliased", "a"));
    registry.register(request("aliased", "b"));
    assertThat(registry.alias("aliased", "champion")).isEmpty();

    registry.setAlias("aliased", "champion", "1");
    registry.setAlias("aliased", "candidate", "1");
    assertThat(registry.alias("aliased", "champion")).map(ModelVersion::version).contains("1");
    assertThat(registry.version("aliased", "1").orElseThrow().aliases())
        .containsExactly("candidate", "champion");

    registry.setAlias("aliased", "champion", "2");
    assertThat(registry.alias("aliased", "champion")).map(ModelVersion::version).contains("2");

    registry.deleteAlias("aliased", "champion");
    registry.deleteAlias("aliased", "champion");
    assertThat(registry.alias("aliased", "champion")).isEmpty();
  }

  @Test
  void anAliasNeedsItsVersion() {
    registry.register(request("strict", "a"));

    assertThatThrownBy(() -> registry.setAlias("strict", "champion", "99"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("99");
  }

  @Test
  void aModelThatIsNotThereHasNothing() {
    assertThat(registry.versions("absent")).isEmpty();
    assertThat(registry.alias("absent", "champion")).isEmpty();
    assertThat(registry.version("absent", "1")).isEqualTo(Optional.empty());
    assertThatThrownBy(() -> registry.versions("it's'")).isInstanceOf(InvalidInputException.class);
  }

  @Test
  void tagsAVersion() {
    ModelVersion version = registry.register(request("tagged", "a"));

    registry.setTag(version, "emovox.promoted", "2026-01-02T03:04:05Z");

    assertThat(registry.version("tagged", "1").orElseThrow().tags())
        .containsEntry("emovox.promoted", "2026-01-02T03:04:05Z");
  }
}
