package dev.emovox.wav2vec2.checkpoint.pickle;

import java.util.List;

/**
 * A tensor as a view of a storage: element {@code (i, j, …)} is at {@code offset + i × strides[0] +
 * j × strides[1] + …}. Whether that lies inside the storage is for the reader of the storage to
 * check.
 *
 * @param storage what it looks at
 * @param offset of its first element, in elements, not negative
 * @param sizes of its dimensions, none negative
 * @param strides of its dimensions in elements, none negative, as many
 */
public record TensorReference(
    StorageReference storage, long offset, List<Long> sizes, List<Long> strides) {

  public TensorReference {
    sizes = List.copyOf(sizes);
    strides = List.copyOf(strides);
  }
}
