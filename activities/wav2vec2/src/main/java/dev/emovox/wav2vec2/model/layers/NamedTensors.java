package dev.emovox.wav2vec2.model.layers;

import ai.djl.ndarray.NDArray;
import java.util.function.Function;

/**
 * The parameters below one place in the tree of names.
 *
 * @param lookup gives a parameter by its whole name
 * @param prefix what the names here start with, full stop included; empty at the root
 */
public record NamedTensors(Function<String, NDArray> lookup, String prefix) {

  /** The parameter of this name below here. */
  public NDArray get(String name) {
    return lookup.apply(prefix + name);
  }

  /** The place {@code name} below here. */
  public NamedTensors at(String name) {
    return new NamedTensors(lookup, prefix + name + ".");
  }
}
