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
   * What one tensor is; its numbers are not touched.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  TensorLayout layout(String name);

  /**
   * One tensor; nothing is copied unless it is stored with gaps.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  StoredTensor tensor(String name);

  @Override
  void close();
}
