package dev.emovox.cli.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.wav2vec2.engine.LibtorchFindings;
import dev.emovox.wav2vec2.engine.library.GraphicsCard;
import dev.emovox.wav2vec2.engine.library.NvidiaDriver;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CudaSetupTest {
  private static final NvidiaDriver CARD =
      new NvidiaDriver(true, "12.8", List.of(new GraphicsCard(0, "a card", 1, "9.0")), "");

  private final List<String> messages = new ArrayList<>();

  @Test
  void installsNothingWithoutACard() {
    assertThatThrownBy(() -> setup(Map.of(), NvidiaDriver.none(), "").variables())
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("there is no NVIDIA driver")
        .hasMessageContaining("Nothing was installed");
    assertThat(messages).isEmpty();
  }

  @Test
  void takesTheLibraryThatTheUserNames() {
    Map<String, String> named = Map.of("PYTORCH_LIBRARY_PATH", "/opt/torch/lib");
    assertThat(setup(named, CARD, "").variables())
        .containsOnly(
            Map.entry("PYTORCH_LIBRARY_PATH", "/opt/torch/lib"),
            Map.entry("EMOVOX_DEVICE", "cuda:0"));
  }

  @Test
  void refusesACardThatDoesNotCompute() {
    Map<String, String> named = Map.of("PYTORCH_LIBRARY_PATH", "/opt/torch/lib");
    assertThatThrownBy(() -> setup(named, CARD, "It can't compute.").variables())
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("It can't compute.")
        .hasMessageContaining("--no-gpu");
  }

  private CudaSetup setup(Map<String, String> environment, NvidiaDriver driver, String problem) {
    return new CudaSetup(
        environment,
        () -> driver,
        variables -> new LibtorchFindings(Optional.empty(), problem, driver),
        messages::add);
  }
}
