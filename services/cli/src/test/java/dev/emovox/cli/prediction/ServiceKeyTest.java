package dev.emovox.cli.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.settings.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceKeyTest {
  private static final String KEY = "emx_0123456789ab_" + "0".repeat(64);

  @TempDir private Path folder;

  @Test
  void readsTheVariableOrTheFileThatItNames() throws IOException {
    assertThat(new ServiceKey(Map.of()).value()).isEmpty();
    assertThat(new ServiceKey(Map.of("EMOVOX_SERVING_KEY", " ")).value()).isEmpty();
    assertThat(new ServiceKey(Map.of("EMOVOX_SERVING_KEY", KEY)).value()).contains(new Secret(KEY));
    Path file = Files.writeString(folder.resolve("key"), KEY + "\n");
    assertThat(new ServiceKey(Map.of("EMOVOX_SERVING_KEY_FILE", file.toString())).value())
        .contains(new Secret(KEY));
  }

  @Test
  void refusesWhatIsNoKeyWithoutRepeatingIt() {
    ServiceKey wrong = new ServiceKey(Map.of("EMOVOX_SERVING_KEY", "hunter2"));
    assertThatThrownBy(wrong::value)
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("EMOVOX_SERVING_KEY")
        .hasMessageNotContaining("hunter2");
    ServiceKey lost = new ServiceKey(Map.of("EMOVOX_SERVING_KEY_FILE", "/does/not/exist"));
    assertThatThrownBy(lost::value)
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("/does/not/exist");
  }
}
