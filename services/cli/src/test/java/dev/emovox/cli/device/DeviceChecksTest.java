package dev.emovox.cli.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emovox.local.doctor.Check;
import dev.emovox.wav2vec2.engine.ComputeDevice;
import dev.emovox.wav2vec2.engine.LibtorchFindings;
import dev.emovox.wav2vec2.engine.LibtorchReport;
import dev.emovox.wav2vec2.engine.library.GraphicsCard;
import dev.emovox.wav2vec2.engine.library.NvidiaDriver;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class DeviceChecksTest {
  private static final NvidiaDriver CARD =
      new NvidiaDriver(
          true, "12.8", List.of(new GraphicsCard(0, "NVIDIA H200", 150_000_000_000L, "9.0")), "");

  @Test
  void aMachineWithoutAGraphicsCardWillDo() {
    List<Check> checks = checks(NvidiaDriver.none(), "", false, false);
    assertThat(checks).extracting(Check::name).containsExactly("native library", "devices");
    assertThat(checks).allMatch(Check::ok).allMatch(check -> check.advice().isEmpty());
    assertThat(checks.get(0).found()).contains("libtorch 2.7.1 (cpu)", "/cache", "brought along");
    assertThat(checks.get(1).found()).contains("cpu with 2 threads", "use cpu");
  }

  @Test
  void saysHowACardThatIsThereCouldBeUsed() {
    Check devices = checks(CARD, "Run `./emovox up --gpu`.", false, false).get(1);
    assertThat(devices.ok()).isTrue();
    assertThat(devices.found()).contains("cuda:0 NVIDIA H200 (150 GB)");
    assertThat(devices.advice()).contains("./emovox up --gpu");
  }

  @Test
  void aCardThatIsUsedHasToWork() {
    assertThat(checks(CARD, "", true, true).get(1).ok()).isTrue();
    assertThat(checks(CARD, "", true, true).get(1).found()).contains("for cuda: libtorch");
    assertThat(checks(CARD, "It can't compute.", true, true).get(1).ok()).isFalse();
    Check gone = checks(NvidiaDriver.none(), "", true, false).get(1);
    assertThat(gone.ok()).isFalse();
    assertThat(gone.advice()).contains("--no-gpu");
  }

  @Test
  void saysThatACardIsHiddenFromThisProcess() {
    Check devices = checks(NvidiaDriver.none(), "", false, true).get(1);
    assertThat(devices.ok()).isTrue();
    assertThat(devices.advice()).contains("container");
  }

  @Test
  void aLibraryThatDoesNotLoadIsAProblem() {
    Function<ComputeDevice, LibtorchFindings> broken =
        device -> new LibtorchFindings(Optional.empty(), "Free some space.", NvidiaDriver.none());
    Check library = new DeviceChecks(broken, false, false).all().get(0);
    assertThat(library.ok()).isFalse();
    assertThat(library.advice()).isEqualTo("Free some space.");
  }

  private static List<Check> checks(
      NvidiaDriver driver, String cudaProblem, boolean usesGpu, boolean kernelDriver) {
    LibtorchReport report =
        new LibtorchReport("2.7.1", "cpu", Path.of("/cache"), "it is brought along", 2, List.of());
    Function<ComputeDevice, LibtorchFindings> trial =
        device ->
            device.equals(ComputeDevice.CPU) || cudaProblem.isEmpty()
                ? new LibtorchFindings(Optional.of(report), "", driver)
                : new LibtorchFindings(Optional.empty(), cudaProblem, driver);
    return new DeviceChecks(trial, usesGpu, kernelDriver).all();
  }
}
