package dev.emovox.wav2vec2.model.layers;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/**
 * The layout of a batch with the tensors that follow from it, made once for all layers.
 *
 * @param layout where each clip's frames are
 * @param attentionMaskOrNull added to attention scores, (clips, 1, 1, rows); null without padding
 * @param ownRowsOrNull 0 for padding and 1 for the rest, (rows, 1); null without padding
 */
public record ClipFrames(FrameLayout layout, NDArray attentionMaskOrNull, NDArray ownRowsOrNull) {

  /** The tensors of a layout; they belong to {@code manager}. */
  public static ClipFrames of(FrameLayout layout, NDManager manager) {
    return layout.hasPadding()
        ? new ClipFrames(layout, layout.attentionMask(manager), layout.ownRows(manager))
        : new ClipFrames(layout, null, null);
  }

  /** The states with padding set to zero. */
  NDArray withoutPadding(NDArray states) {
    return ownRowsOrNull == null ? states : states.mul(ownRowsOrNull);
  }
}
