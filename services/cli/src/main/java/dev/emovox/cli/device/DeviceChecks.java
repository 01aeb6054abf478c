package dev.emovox.cli.device;

import dev.emovox.local.doctor.Check;
import dev.emovox.wav2vec2.engine.ComputeDevice;
import dev.emovox.wav2vec2.engine.LibtorchFindings;
import dev.emovox.wav2vec2.engine.LibtorchReport;
import dev.emovox.wav2vec2.engine.library.GraphicsCard;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Which libtorch is in use, on which devices, and why. A machine needs no graphics card; one that
 * is to be computed on has to work.
 */
public final class DeviceChecks {
  private static final double GIGA = 1e9;
  private static final ComputeDevice FIRST_CARD = ComputeDevice.parse("cuda");

  private final Function<ComputeDevice, LibtorchFindings> trial;
  private final boolean usesGpu;
  private final boolean hasKernelDriver;

  /**
   * Checks; nothing is tried yet.
   *
   * @param trial tries libtorch on a device
   * @param usesGpu whether the worker and the service of the home compute on a graphics card
   * @param hasKernelDriver whether the kernel has NVIDIA's driver
   */
  public DeviceChecks(
      Function<ComputeDevice, LibtorchFindings> trial, boolean usesGpu, boolean hasKernelDriver) {
    this.trial = trial;
    this.usesGpu = usesGpu;
    this.hasKernelDriver = hasKernelDriver;
  }

  /** Both checks: of the library and of the devices. */
  public List<Check> all() {
    LibtorchFindings cpu = trial.apply(ComputeDevice.CPU);
    return List.of(library(cpu), devices(cpu));
  }

  private static Check library(LibtorchFindings cpu) {
    return new Check(
        "native library",
        cpu.library().isPresent(),
        cpu.library().map(DeviceChecks::described).orElse("libtorch does not load"),
        cpu.problem());
  }

  private static String described(LibtorchReport library) {
    return "libtorch %s (%s) in %s: %s"
        .formatted(library.version(), library.flavor(), library.folder(), library.reason());
  }

  private Check devices(LibtorchFindings cpu) {
    List<String> found = new ArrayList<>();
    cpu.library()
        .ifPresent(
            library ->
                found.add(
                    library.threads() == 1
                        ? "cpu with 1 thread"
                        : "cpu with %d threads".formatted(library.threads())));
    cpu.driver().cards().forEach(card -> found.add(described(card)));
    String user = usesGpu ? "cuda" : "cpu";
    found.add("the worker and the service use " + user);
    if (cpu.driver().cards().isEmpty()) {
      return check(!usesGpu, found, withoutCards(cpu));
    }
    LibtorchFindings cuda = trial.apply(FIRST_CARD);
    cuda.library().ifPresent(library -> found.add("for cuda: " + described(library)));
    return check(!usesGpu || cuda.library().isPresent(), found, cuda.problem());
  }

  private String withoutCards(LibtorchFindings cpu) {
    String problem = cpu.driver().problem();
    if (usesGpu) {
      return "This home was started with --gpu, and %s. `./emovox up --no-gpu` uses the processor."
          .formatted(problem);
    }
    return hasKernelDriver
        ? "The kernel has NVIDIA's driver, and %s: check that this container or user is given the card, and `nvidia-smi`."
            .formatted(problem)
        : "";
  }

  private static Check check(boolean ok, List<String> found, String advice) {
    return new Check("devices", ok, String.join("; ", found), advice);
  }

  private static String described(GraphicsCard card) {
    return "cuda:%d %s (%.0f GB)".formatted(card.index(), card.name(), card.memoryBytes() / GIGA);
  }
}
