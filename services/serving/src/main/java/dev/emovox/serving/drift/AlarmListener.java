package dev.emovox.serving.drift;

/** Told of alarms, once for each. Called by the watcher's thread; returns at once, never throws. */
@FunctionalInterface
public interface AlarmListener extends AutoCloseable {

  /** The alarm was raised by the last window of this state. */
  void raised(DriftState state);

  /** Nothing is told any more. */
  @Override
  default void close() {}
}
