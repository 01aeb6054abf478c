package dev.emovox.cli.connected;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.ServerUnavailableException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectedWorkplaceTest {
  @TempDir Path folder;

  private ConnectedWorkplace workplace(Map<String, String> environment) {
    return new ConnectedWorkplace(environment, folder, line -> {});
  }

  @Test
  void theHomeIsGivenNamedOrInTheCheckout() {
    assertThat(workplace(Map.of()).home()).isEqualTo(folder);
    assertThat(new ConnectedWorkplace(Map.of("EMOVOX_HOME", "/tmp/h"), null, line -> {}).home())
        .isEqualTo(Path.of("/tmp/h"));
    ConnectedWorkplace standard = new ConnectedWorkplace(Map.of(), null, line -> {});
    assertThat(standard.home()).isEqualTo(standard.checkout().root().resolve(".emovox"));
  }

  @Test
  void aStackThatIsNotRunningIsAServerThatIsAway() {
    assertThatThrownBy(() -> workplace(Map.of()).runs())
        .isInstanceOf(ServerUnavailableException.class)
        .hasMessageContaining("./emovox up --detach")
        .hasMessageContaining(folder.toString());
  }

  @Test
  void halfOfAnEnvironmentIsAWrongRequestThatNamesTheRest() {
    Map<String, String> half =
        Map.of("EMOVOX_S3_URL", "http://127.0.0.1:1", "EMOVOX_S3_SECRET_KEY", "very-secret");
    assertThatThrownBy(() -> workplace(half).models())
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("EMOVOX_TEMPORAL_ADDRESS")
        .hasMessageNotContaining("very-secret");
  }

  @Test
  void theServiceNeedsOnlyItsAddress() {
    assertThat(workplace(Map.of("EMOVOX_SERVING_URL", "http://127.0.0.1:1/")).liveVersion())
        .isEmpty();
    assertThatThrownBy(() -> workplace(Map.of("EMOVOX_SERVING_URL", "not a url")).service())
        .isInstanceOf(InvalidInputException.class);
  }
}
