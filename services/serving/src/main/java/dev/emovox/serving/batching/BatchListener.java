package dev.emovox.serving.batching;

/** Told of every batch. Called by the model's threads; must not throw. */
@FunctionalInterface
public interface BatchListener {

  /**
   * A batch was computed or failed.
   *
   * @param clips how many
   * @param nanoseconds that the model took
   */
  void computed(int clips, long nanoseconds);
}
