package dev.emovox.serving.drift;

/**
 * Told of what the watcher finds. Called by its thread, and of what is lost by any; never throws.
 */
public interface DriftListener {

  /** The state is another now. */
  void changed(DriftState state);

  /** A window has ended, and the state is another now. */
  void compared(DriftState state);

  /** An answer was not looked at, since too many waited. */
  void lost();

  /** Watching failed in a way that is a bug; it goes on. */
  void failed(RuntimeException failure);
}
