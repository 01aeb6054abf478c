package dev.emovox.wav2vec2.model;

import ai.djl.ndarray.NDArray;
import dev.emovox.wav2vec2.model.layers.ClipFrames;

/**
 * The states of a batch between two parts of the network.
 *
 * @param states (rows, hidden size)
 * @param frames whose the rows are
 */
public record EncodedClips(NDArray states, ClipFrames frames) {

  /** The same clips in another state. */
  public EncodedClips with(NDArray next) {
    return new EncodedClips(next, frames);
  }
}
