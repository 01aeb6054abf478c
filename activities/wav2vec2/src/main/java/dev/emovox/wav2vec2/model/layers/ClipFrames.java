package dev.emovox.wav2vec2.model.layers;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/**
 * The layout of a batch with the tensors that follow from it, made once for all layers.
 *
 * @param layout where each clip's frames are
 * @param attentionMaskOrNull added to attention scores, (clips, 1, 1, rows); null without padding
 * @param ownRowsOrNull 0 for padding and 1 for the rest, (rows, 1); null without padding
 * @param groupsOrNull clips of similar length; null if all have the same number of rows
 */
public record ClipFrames(
    FrameLayout layout,
    NDArray attentionMaskOrNull,
    NDArray ownRowsOrNull,
    ClipGroups groupsOrNull) {

  /** The tensors of a layout; they belong to {@code manager}. */
  public static ClipFrames of(FrameLayout layout, NDManager manager) {
    if (layout.hasPadding()) {
      return new ClipFrames(layout, layout.attentionMask(manager), layout.ownRows(manager), null);
    }
    return new ClipFrames(
        layout, null, null, layout.isEven() ? null : ClipGroups.of(layout.rows(), manager));
  }

  /** The states with padding set to zero. */
  NDArray withoutPadding(NDArray states) {
    return ownRowsOrNull == null ? states : states.mul(ownRowsOrNull);
  }
}
