package dev.emovox.wav2vec2.checkpoint;

import java.util.SortedSet;

/**
 * Named tensors in a file or several. What it hands out is valid until it is closed.
 *
 * <p>Safe for use by several threads.
 */
public interface TensorSource extends AutoCloseable {

  /** The names of all tensors. */
  SortedSet<String> names();

  /**
   * One tensor; nothing is copied.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  StoredTensor tensor(String name);

  @Override
  void close();
}
