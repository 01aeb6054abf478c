package dev.emovox.wav2vec2.engine;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.wav2vec2.engine.library.LibraryChooser;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/**
 * How libtorch is to be started. What was asked for by variables of DJL's own, such as {@code
 * PYTORCH_LIBRARY_PATH}, is read from the environment.
 *
 * @param device what will be computed on; decides which library is loaded
 * @param folder where libtorch is unpacked, and where {@code ./emovox up --gpu} installs one
 * @param threads for the work inside one operation
 * @param environment the variables of this process
 * @param progress told what takes long, a line at a time
 */
public record LibtorchSettings(
    ComputeDevice device,
    Path folder,
    int threads,
    Map<String, String> environment,
    Consumer<String> progress) {
  private static final System.Logger LOG = System.getLogger(LibtorchSettings.class.getName());
  private static final String FOLDER = "EMOVOX_LIBTORCH_DIR";
  private static final String THREADS = "EMOVOX_THREADS";

  public LibtorchSettings {
    environment = Map.copyOf(environment);
    if (threads < 1) {
      throw new IllegalArgumentException("threads: " + threads);
    }
  }

  /**
   * The settings of a user with these variables: {@code EMOVOX_LIBTORCH_DIR}, else the user's
   * cache, and {@code EMOVOX_THREADS} or {@code OMP_NUM_THREADS}, else as many threads as this
   * process has physical cores.
   *
   * @throws InvalidInputException if a variable is no number of threads
   */
  public static LibtorchSettings of(ComputeDevice device, Map<String, String> environment) {
    return new LibtorchSettings(
        device,
        folder(environment),
        threads(environment),
        environment,
        line -> LOG.log(System.Logger.Level.INFO, line));
  }

  /** The settings of this process's environment. */
  public static LibtorchSettings of(ComputeDevice device) {
    return of(device, System.getenv());
  }

  /** The same with another number of threads. */
  public LibtorchSettings withThreads(int count) {
    return new LibtorchSettings(device, folder, count, environment, progress);
  }

  /** The same with another listener. */
  public LibtorchSettings withProgress(Consumer<String> listener) {
    return new LibtorchSettings(device, folder, threads, environment, listener);
  }

  /** Where {@code ./emovox up --gpu} installs libtorch with CUDA. */
  public Path cudaFolder() {
    return folder.resolve(LibraryChooser.CUDA_FOLDER);
  }

  /** A cache can be deleted at any time, so homes share it. */
  private static Path folder(Map<String, String> environment) {
    String chosen = environment.getOrDefault(FOLDER, "");
    if (!chosen.isBlank()) {
      return Path.of(chosen).toAbsolutePath().normalize();
    }
    String cache = environment.getOrDefault("XDG_CACHE_HOME", "");
    Path user =
        cache.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
    return user.resolve("emovox").resolve("libtorch").toAbsolutePath().normalize();
  }

  private static int threads(Map<String, String> environment) {
    for (String variable : new String[] {THREADS, "OMP_NUM_THREADS"}) {
      String text = environment.getOrDefault(variable, "").strip();
      if (!text.isEmpty()) {
        return threads(variable, text);
      }
    }
    return PhysicalCores.ofThisProcess();
  }

  private static int threads(String variable, String text) {
    if (!text.matches("[1-9][0-9]{0,3}")) {
      throw new InvalidInputException(
          "%s is '%s'; it must be a number of threads, 1 or more.".formatted(variable, text));
    }
    return Integer.parseInt(text);
  }
}
