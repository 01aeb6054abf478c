package dev.emovox.wav2vec2.checkpoint.pickle;

/** What the elements of a storage are, by PyTorch's names of storages. */
public enum StorageType {
  /** Binary64. */
  DOUBLE,
  /** Binary32. */
  FLOAT,
  /** Binary16. */
  HALF,
  /** The upper half of a binary32. */
  BFLOAT16,
  /** 64-bit integers. */
  LONG
}
