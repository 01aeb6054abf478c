package dev.emovox.wav2vec2.engine;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.pytorch.jni.LibUtils;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.wav2vec2.engine.library.LibraryCache;
import dev.emovox.wav2vec2.engine.library.LibraryChoice;
import java.nio.file.Path;

/**
 * Makes DJL load one library. DJL reads system properties while it does; nothing is downloaded and
 * nobody is told.
 */
final class EngineLoading {
  private final LibtorchSettings settings;
  private final LibraryChoice choice;
  private final LibraryCache cache;

  EngineLoading(LibtorchSettings settings, LibraryChoice choice) {
    this.settings = settings;
    this.choice = choice;
    this.cache = LibraryCache.of(settings.environment(), settings.folder(), settings.progress());
  }

  /**
   * Loads it.
   *
   * @throws WorkFailedException if it does not load
   */
  LibtorchReport run() {
    setProperties();
    try {
      cache.load(choice, () -> Engine.getEngine("PyTorch"));
    } catch (EngineException e) {
      throw new WorkFailedException(
          "libtorch %s (%s) in %s does not load: %s. %s"
              .formatted(
                  choice.version(),
                  choice.flavor(),
                  choice.folder().orElse(cache.folder()),
                  rootOf(e).getMessage(),
                  advice()),
          e);
    }
    return new LibtorchReport(
        choice.version(),
        choice.flavor(),
        Path.of(LibUtils.getLibtorchPath()),
        choice.reason(),
        JniUtils.getNumThreads(),
        choice.cards());
  }

  private void setProperties() {
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
    System.setProperty("DJL_CACHE_DIR", cache.folder().toString());
    // The optimiser rewrites graphs after their first runs, for inference only: training fails
    // then.
    System.setProperty("ai.djl.pytorch.graph_optimizer", "false");
    System.setProperty("ai.djl.pytorch.num_threads", Integer.toString(settings.threads()));
    System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
    System.clearProperty("PYTORCH_LIBRARY_PATH");
    choice.folder().ifPresent(this::setLibrary);
  }

  private void setLibrary(Path folder) {
    System.setProperty("PYTORCH_LIBRARY_PATH", folder.toString());
    System.setProperty("PYTORCH_VERSION", choice.version());
    System.setProperty("PYTORCH_FLAVOR", choice.flavor());
  }

  private String advice() {
    return choice.folder().isPresent()
        ? "Check that the installation is whole, or use the library that Emovox brings along: the"
            + " device cpu, without PYTORCH_LIBRARY_PATH."
        : "It needs glibc 2.28 or newer, and a folder on a disk that is not full and from which"
            + " programs may run; EMOVOX_LIBTORCH_DIR names another.";
  }

  private static Throwable rootOf(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}
