package dev.emovox.wav2vec2.engine;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.pytorch.jni.LibUtils;
import dev.emovox.domain.InvalidInputException;
import java.nio.file.Path;
import java.util.List;

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

  private Libtorch(LibtorchReport report) {
    this.report = report;
  }

  /**
   * Loads libtorch, or returns the one that is loaded.
   *
   * @throws InvalidInputException if the device or the library that was asked for is not there
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

  /**
   * DJL's name of a device.
   *
   * @throws InvalidInputException if it is not there
   */
  public Device device(ComputeDevice device) {
    if (device.kind() == ComputeDevice.Kind.CPU) {
      return Device.cpu();
    }
    throw new InvalidInputException(
        "There is no device %s: libtorch was loaded for the CPU.".formatted(device));
  }

  private static Libtorch load(LibtorchSettings settings) {
    set("ai.djl.offline", "true");
    set("OPT_OUT_TRACKING", "true");
    set("DJL_CACHE_DIR", settings.folder().toString());
    set("ai.djl.pytorch.graph_optimizer", "false");
    set("ai.djl.pytorch.num_threads", Integer.toString(settings.threads()));
    set("ai.djl.pytorch.num_interop_threads", "1");
    Engine engine = Engine.getEngine("PyTorch");
    return new Libtorch(
        new LibtorchReport(
            engine.getVersion(),
            "cpu",
            Path.of(LibUtils.getLibtorchPath()),
            "the library for processors that Emovox brings along",
            JniUtils.getNumThreads(),
            List.of()));
  }

  private static void set(String property, String value) {
    System.setProperty(property, value);
  }
}
