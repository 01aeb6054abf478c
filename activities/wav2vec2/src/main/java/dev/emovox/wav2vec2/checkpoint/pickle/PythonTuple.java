package dev.emovox.wav2vec2.checkpoint.pickle;

import java.util.List;

/**
 * A tuple. Values of a pickle are never printed, hashed or compared: they may contain themselves.
 */
record PythonTuple(List<Object> elements) {

  int size() {
    return elements.size();
  }

  Object get(int index) {
    return elements.get(index);
  }
}
