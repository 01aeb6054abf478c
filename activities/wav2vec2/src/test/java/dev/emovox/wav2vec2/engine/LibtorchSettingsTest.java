package dev.emovox.wav2vec2.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.domain.InvalidInputException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LibtorchSettingsTest {
  @Test
  void homesShareTheUsersCache() {
    assertThat(of(Map.of()).folder())
        .isEqualTo(Path.of(System.getProperty("user.home"), ".cache/emovox/libtorch"));
    assertThat(of(Map.of("XDG_CACHE_HOME", "/cache")).folder())
        .isEqualTo(Path.of("/cache/emovox/libtorch"));
    assertThat(of(Map.of("EMOVOX_LIBTORCH_DIR", "/big/disk")).folder())
        .isEqualTo(Path.of("/big/disk"));
  }

  @Test
  void usesAllPhysicalCoresUnlessToldOtherwise() {
    assertThat(of(Map.of()).threads()).isEqualTo(PhysicalCores.ofThisProcess());
    assertThat(of(Map.of("OMP_NUM_THREADS", "3")).threads()).isEqualTo(3);
    assertThat(of(Map.of("OMP_NUM_THREADS", "3", "EMOVOX_THREADS", "5")).threads()).isEqualTo(5);
  }

  @Test
  void refusesWhatIsNoNumberOfThreads() {
    for (String text : new String[] {"0", "-1", "many", "99999", "1.5"}) {
      assertThatThrownBy(() -> of(Map.of("EMOVOX_THREADS", text)))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("EMOVOX_THREADS is '" + text + "'");
    }
  }

  private static LibtorchSettings of(Map<String, String> environment) {
    return LibtorchSettings.of(ComputeDevice.CPU, environment);
  }
}
