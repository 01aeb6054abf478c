package dev.emovox.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emovox.local.home.ServiceCommand;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UpOptionsTest {
  @Test
  void keepsLibtorchsMemoryLevelUnlessTheUserSaysOtherwise() {
    UpOptions options = UpOptions.standard(Map.of("LRU_CACHE_CAPACITY", "1000"));
    assertThat(options.services())
        .extracting(ServiceCommand::environment)
        .allSatisfy(
            variables ->
                assertThat(variables)
                    .containsEntry("ONEDNN_PRIMITIVE_CACHE_CAPACITY", "512")
                    .containsEntry("OMP_WAIT_POLICY", "PASSIVE")
                    .doesNotContainKey("LRU_CACHE_CAPACITY"));
  }

  @Test
  void addsVariablesToOurOwnProcesses() {
    UpOptions options = UpOptions.standard(Map.of()).withVariables(Map.of("EMOVOX_DEVICE", "cuda"));
    assertThat(options.services())
        .hasSize(2)
        .allSatisfy(
            service ->
                assertThat(service.environment())
                    .containsEntry("EMOVOX_DEVICE", "cuda")
                    .containsKey("ONEDNN_PRIMITIVE_CACHE_CAPACITY"));
  }
}
