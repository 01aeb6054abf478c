package dev.emovox.wav2vec2.engine.library;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.WorkFailedException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Decides which libtorch a process loads: the one that the user names by {@code
 * PYTORCH_LIBRARY_PATH}, else for a graphics card the one that {@code ./emovox up --gpu} installed,
 * else the one that Emovox brings along. A library of another version than the native interface's
 * would end the process with a signal, so versions are compared first.
 */
public final class LibraryChooser {
  /** Folder of the packages with CUDA below the folder of all libtorch libraries. */
  public static final String CUDA_FOLDER = "cuda";

  private static final String LIBRARIES = "torch/lib";

  private static final String PATH = "PYTORCH_LIBRARY_PATH";
  private static final String VERSION = "PYTORCH_VERSION";
  private static final String FLAVOR = "PYTORCH_FLAVOR";
  private static final int CUDA_MAJOR = 12;

  private final Map<String, String> environment;
  private final Path folder;
  private final NativeResources resources;
  private final Supplier<NvidiaDriver> driver;

  LibraryChooser(
      Map<String, String> environment,
      Path folder,
      NativeResources resources,
      Supplier<NvidiaDriver> driver) {
    this.environment = Map.copyOf(environment);
    this.folder = folder;
    this.resources = resources;
    this.driver = driver;
  }

  /**
   * Decides for this machine.
   *
   * @param folder where libraries are unpacked and installed
   * @param driver asked only when a library with CUDA is met
   */
  public static LibraryChooser of(
      Map<String, String> environment, Path folder, Supplier<NvidiaDriver> driver) {
    return new LibraryChooser(environment, folder, NativeResources.of(environment), driver);
  }

  /**
   * The library to load; nothing is loaded yet.
   *
   * @param cuda whether a graphics card is to be used
   * @throws InvalidInputException if what was named is not there or would not run
   * @throws WorkFailedException if there is no library for this platform
   */
  public LibraryChoice choose(boolean cuda) {
    String named = value(PATH);
    if (!named.isEmpty()) {
      return external(named, cuda);
    }
    if (resources.built().isPresent()) {
      throw new InvalidInputException(
          "EMOVOX_LIBTORCH_INTERFACE is for another libtorch than the one that Emovox brings along: name that one by PYTORCH_LIBRARY_PATH.");
    }
    refuseOtherVersion();
    return cuda ? installed() : bundled();
  }

  private LibraryChoice external(String named, boolean cuda) {
    ExternalLibrary library =
        ExternalLibrary.find(named)
            .orElseThrow(
                () ->
                    new InvalidInputException(
                        "PYTORCH_LIBRARY_PATH is %s, where no %s lies. Name the folder of the libraries, for example SITE-PACKAGES/torch/lib, or unset it."
                            .formatted(named, System.mapLibraryName("torch"))));
    checkVersion(library);
    if (cuda && !library.hasCuda()) {
      throw new InvalidInputException(
          "PYTORCH_LIBRARY_PATH names %s, a libtorch without CUDA. Name one with CUDA, or unset it and run `./emovox up --gpu`, which installs one."
              .formatted(library.folder()));
    }
    return choice(library, cuda, "PYTORCH_LIBRARY_PATH names it");
  }

  private LibraryChoice installed() {
    ExternalLibrary library =
        ExternalLibrary.find(folder.resolve(CUDA_FOLDER).resolve(LIBRARIES).toString())
            .orElseThrow(
                () ->
                    new InvalidInputException(
                        "There is no libtorch with CUDA in %s. Run `./emovox up --gpu`, which installs one, or name yours by PYTORCH_LIBRARY_PATH."
                            .formatted(folder)));
    checkVersion(library);
    return choice(library, true, "cuda was asked for, and `./emovox up --gpu` installed it");
  }

  private LibraryChoice bundled() {
    return resources
        .bundle()
        .map(
            bundle ->
                new LibraryChoice(
                    Optional.empty(),
                    resources.version(),
                    bundle.flavor(),
                    List.of(),
                    "the library for processors, which Emovox brings along"))
        .orElseThrow(
            () ->
                new WorkFailedException(
                    "Emovox was built without libtorch for %s. It is published for Linux on x86_64 and aarch64 and for macOS on Apple's processors: build Emovox on the machine that runs it, or name a libtorch %s by PYTORCH_LIBRARY_PATH."
                        .formatted(resources.platform(), resources.version())));
  }

  private void checkVersion(ExternalLibrary library) {
    String told = library.version().orElse(value(VERSION));
    if (told.isEmpty()) {
      throw new InvalidInputException(
          "The version of the libtorch in %s is not told by any file beside it, and one other than %s would end this process. If it is that version, set PYTORCH_VERSION=%s."
              .formatted(library.folder(), resources.version(), resources.version()));
    }
    if (!told.equals(resources.version())) {
      throw new InvalidInputException(
          "The libtorch in %s has version %s, and this Emovox fits %s alone. `pip install torch==%s` has it; PYTORCH_LIBRARY_PATH then names its torch/lib."
              .formatted(library.folder(), told, resources.version(), resources.version()));
    }
    refuseOtherVersion();
  }

  /** DJL believes this variable more than the files. */
  private void refuseOtherVersion() {
    String told = value(VERSION);
    if (!told.isEmpty() && !told.equals(resources.version())) {
      throw new InvalidInputException(
          "PYTORCH_VERSION is %s, and this Emovox fits libtorch %s alone. Unset the variable."
              .formatted(told, resources.version()));
    }
  }

  private LibraryChoice choice(ExternalLibrary library, boolean cuda, String reason) {
    NvidiaDriver state = library.hasCuda() ? driver.get() : NvidiaDriver.none();
    if (cuda) {
      requireCards(state);
    }
    return new LibraryChoice(
        Optional.of(library.folder()), resources.version(), flavor(state), state.cards(), reason);
  }

  private String flavor(NvidiaDriver state) {
    String named = value(FLAVOR);
    // Without a driver the CUDA flavor can't be loaded; the other one runs on the processor.
    String fitting = state.present() ? resources.cudaFlavor().orElse("cpu") : "cpu";
    String flavor = named.isEmpty() ? fitting : named;
    if (resources.nativeInterface(flavor).isEmpty()) {
      throw new InvalidInputException(
          "There is no native interface of flavor %s for %s%s."
              .formatted(
                  flavor,
                  resources.platform(),
                  named.isEmpty() ? "" : ". PYTORCH_FLAVOR asks for it: unset the variable"));
    }
    return flavor;
  }

  private static void requireCards(NvidiaDriver state) {
    if (state.cards().isEmpty()) {
      throw new InvalidInputException(
          "cuda was asked for, and %s. Install NVIDIA's driver, check `nvidia-smi` and CUDA_VISIBLE_DEVICES, or use the device cpu."
              .formatted(state.problem()));
    }
    if (state.cudaMajor() < CUDA_MAJOR) {
      throw new InvalidInputException(
          "The NVIDIA driver supports CUDA %s, and libtorch needs CUDA %d. Install a newer driver, or use the device cpu."
              .formatted(state.cudaVersion(), CUDA_MAJOR));
    }
  }

  private String value(String variable) {
    return environment.getOrDefault(variable, "").strip();
  }
}
