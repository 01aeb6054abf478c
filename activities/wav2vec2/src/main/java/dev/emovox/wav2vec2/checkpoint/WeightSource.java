package dev.emovox.wav2vec2.checkpoint;

import java.util.List;

/** Tensors that can say which files they are read from. */
interface WeightSource extends TensorSource {

  /** The files with their digests, which are computed by this call from what is open. */
  List<CheckpointFile> files();
}
