package dev.emovox.ledger.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emovox.domain.Digest;
import dev.emovox.local.Server;
import dev.emovox.local.TestServers;
import dev.emovox.tracking.ModelRegistry;
import dev.emovox.tracking.ModelVersion;
import dev.emovox.tracking.VersionRequest;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChampionRegistryIT {
  private static final String MODEL = "crowned";
  private static final String CHALLENGER = "challenger";

  @Test
  void crowningAVersionEndsItsTrialAndNoOther() {
    try (TestServers servers = TestServers.start(Server.MLFLOW)) {
      ModelRegistry mlflow = new ModelRegistry(servers.mlflow());
      ChampionRegistry registry = new ChampionRegistry(mlflow, MODEL);
      ModelVersion first = register(mlflow, "first");
      ModelVersion second = register(mlflow, "second");
      mlflow.setAlias(MODEL, CHALLENGER, second.version());

      registry.crown(first);
      assertThat(mlflow.alias(MODEL, CHALLENGER)).map(ModelVersion::version).contains("2");

      registry.crown(second);
      registry.crown(second);
      assertThat(registry.champion()).map(ModelVersion::version).contains("2");
      assertThat(mlflow.alias(MODEL, CHALLENGER)).isEmpty();
    }
  }

  private static ModelVersion register(ModelRegistry mlflow, String content) {
    Digest digest = Digest.of(content);
    String source = "s3://emovox/models/" + digest.hex() + "/";
    return mlflow.register(new VersionRequest(MODEL, digest, source, "", Map.of()));
  }
}
