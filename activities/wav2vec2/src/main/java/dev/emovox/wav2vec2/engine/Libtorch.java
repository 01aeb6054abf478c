package dev.emovox.wav2vec2.engine;

import ai.djl.Device;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.wav2vec2.engine.library.DriverLibrary;
import dev.emovox.wav2vec2.engine.library.LibraryChoice;
import dev.emovox.wav2vec2.engine.library.LibraryChooser;
import java.util.HashSet;
import java.util.Set;

/**
 * The libtorch of this process. A process can load one, once, so it is started before the first
 * tensor is made; starting it again changes nothing.
 *
 * <p>Safe for use by several threads.
 */
public final class Libtorch {
  /** The native library belongs to the process, not to any object. */
  private static Libtorch running;

  private final LibtorchReport report;
  private final SharedCores cores;
  private final Set<ComputeDevice> tried = new HashSet<>();

  private Libtorch(LibtorchReport report) {
    this.report = report;
    this.cores = new SharedCores(report.threads());
  }

  /**
   * Loads libtorch, or returns the one that is loaded.
   *
   * @throws InvalidInputException if the device or the library that was asked for is not there
   * @throws dev.emovox.domain.WorkFailedException if the library does not load
   */
  public static synchronized Libtorch start(LibtorchSettings settings) {
    if (running == null) {
      running = load(settings);
    }
    running.device(settings.device());
    return running;
  }

  /** What was loaded, and why. */
  public LibtorchReport report() {
    return report;
  }

  /** The threads of this process, for computations that go on at the same time. */
  public SharedCores cores() {
    return cores;
  }

  /**
   * DJL's name of a device.
   *
   * @throws InvalidInputException if it is not there, with what is
   */
  public synchronized Device device(ComputeDevice device) {
    if (device.kind() == ComputeDevice.Kind.CPU) {
      return Device.cpu();
    }
    if (device.index() >= report.cards().size()) {
      throw new InvalidInputException(missing(device));
    }
    Device card = Device.gpu(device.index());
    if (!tried.contains(device)) {
      computeOn(card, device);
      tried.add(device);
    }
    return card;
  }

  private String missing(ComputeDevice device) {
    return report.cards().isEmpty()
        ? "There is no device %s: this process runs on libtorch %s for processors (%s). Ask for the device when the process starts; `./emovox doctor` says what there is."
            .formatted(device, report.version(), report.folder())
        : "There is no device %s: the NVIDIA driver shows %d, from cuda:0 on (%s)."
            .formatted(device, report.cards().size(), report.cards());
  }

  /** A card that the driver shows may still be unusable, or not known to this libtorch. */
  private static void computeOn(Device card, ComputeDevice device) {
    try (NDManager manager = NDManager.newBaseManager(card)) {
      manager.ones(new Shape(2)).sum().toFloatArray();
    } catch (EngineException e) {
      throw new InvalidInputException(
          "The device %s can't compute: %s. Check `nvidia-smi`, or use the device cpu."
              .formatted(device, firstSentence(e.getMessage())),
          e);
    }
  }

  /** What libtorch's own message begins with; the rest names its source files. */
  private static String firstSentence(String message) {
    return message.lines().findFirst().orElse("").replaceFirst("\\.+$", "");
  }

  private static Libtorch load(LibtorchSettings settings) {
    boolean cuda = settings.device().kind() == ComputeDevice.Kind.CUDA;
    LibraryChoice choice =
        LibraryChooser.of(settings.environment(), settings.folder(), DriverLibrary::ask)
            .choose(cuda);
    return new Libtorch(new EngineLoading(settings, choice).run());
  }
}
