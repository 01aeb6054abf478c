package dev.emovox.wav2vec2.engine.library;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.LongByReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks NVIDIA's driver by its own interface: that needs neither the CUDA toolkit nor {@code
 * nvidia-smi}, and sees what this process is allowed to see ({@code CUDA_VISIBLE_DEVICES}).
 */
public final class DriverLibrary {
  private static final int SUCCESS = 0;
  private static final int NO_DEVICE = 100;
  private static final int NAME_BYTES = 256;
  private static final int CAPABILITY_MAJOR = 75;
  private static final int CAPABILITY_MINOR = 76;

  private final NativeLibrary cuda;

  private DriverLibrary(NativeLibrary cuda) {
    this.cuda = cuda;
  }

  /** The driver of this machine; never fails. */
  public static NvidiaDriver ask() {
    try {
      return new DriverLibrary(NativeLibrary.getInstance("libcuda.so.1")).state();
    } catch (UnsatisfiedLinkError e) {
      return NvidiaDriver.none();
    }
  }

  private NvidiaDriver state() {
    int started = call("cuInit", 0);
    if (started != SUCCESS) {
      return NvidiaDriver.unusable(
          started == NO_DEVICE
              ? "the NVIDIA driver sees no card"
              : "the NVIDIA driver does not start (error %d of cuInit)".formatted(started));
    }
    List<GraphicsCard> cards = new ArrayList<>();
    int count = number("cuDeviceGetCount");
    for (int index = 0; index < count; index++) {
      cards.add(card(index));
    }
    int version = number("cuDriverGetVersion");
    return new NvidiaDriver(
        true,
        "%d.%d".formatted(version / 1000, version % 1000 / 10),
        cards,
        cards.isEmpty() ? "the NVIDIA driver sees no card" : "");
  }

  private GraphicsCard card(int index) {
    int device = number("cuDeviceGet", index);
    byte[] name = new byte[NAME_BYTES];
    call("cuDeviceGetName", name, name.length, device);
    LongByReference memory = new LongByReference();
    call("cuDeviceTotalMem_v2", memory, device);
    String capability =
        "%d.%d"
            .formatted(
                number("cuDeviceGetAttribute", CAPABILITY_MAJOR, device),
                number("cuDeviceGetAttribute", CAPABILITY_MINOR, device));
    return new GraphicsCard(index, text(name), memory.getValue(), capability);
  }

  /** What a function returns through its first argument; 0 if it fails. */
  private int number(String function, Object... rest) {
    IntByReference result = new IntByReference();
    Object[] arguments = new Object[rest.length + 1];
    arguments[0] = result;
    System.arraycopy(rest, 0, arguments, 1, rest.length);
    call(function, arguments);
    return result.getValue();
  }

  private int call(String function, Object... arguments) {
    Function called = cuda.getFunction(function);
    return called.invokeInt(arguments);
  }

  private static String text(byte[] terminated) {
    String all = new String(terminated, StandardCharsets.UTF_8);
    int end = all.indexOf('\0');
    return end < 0 ? all : all.substring(0, end);
  }
}
