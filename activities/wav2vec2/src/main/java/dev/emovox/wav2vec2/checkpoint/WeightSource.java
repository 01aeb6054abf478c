package dev.emovox.wav2vec2.checkpoint;

import java.nio.ByteBuffer;
import java.util.List;

/** Tensors that can say which files they are read from. */
interface WeightSource extends TensorSource {

  /**
   * Copies the bytes of one tensor, as they are stored.
   *
   * @param target is filled from its position to its limit, which are as far apart as the tensor is
   *     long
   * @throws IllegalArgumentException if there is none of this name
   */
  default void read(String name, ByteBuffer target) {
    target.put(tensor(name).content());
  }

  /** The files with their digests, which are computed by this call from what is open. */
  List<CheckpointFile> files();
}
