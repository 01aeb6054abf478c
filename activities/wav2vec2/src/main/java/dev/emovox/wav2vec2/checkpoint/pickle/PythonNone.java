package dev.emovox.wav2vec2.checkpoint.pickle;

/** The value {@code None}. */
enum PythonNone {
  NONE
}
