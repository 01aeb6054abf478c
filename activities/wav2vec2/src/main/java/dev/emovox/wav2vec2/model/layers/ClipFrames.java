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
 * @param spacedOrNull clips with zeros between them; null with padding
 */
public record ClipFrames(
    FrameLayout layout,
    NDArray attentionMaskOrNull,
    NDArray ownRowsOrNull,
    ClipGroups groupsOrNull,
    SpacedClips spacedOrNull) {

  /**
   * The tensors of a layout; they belong to {@code manager}.
   *
   * @param reach of the positional convolution to either side, in rows
   */
  public static ClipFrames of(FrameLayout layout, int reach, NDManager manager) {
    if (layout.hasPadding()) {
      return new ClipFrames(
          layout, layout.attentionMask(manager), layout.ownRows(manager), null, null);
    }
    return new ClipFrames(
        layout,
        null,
        null,
        layout.isEven() ? null : ClipGroups.of(layout.rows(), manager),
        SpacedClips.of(layout.rows(), reach, manager));
  }

  /** The states with padding set to zero. */
  NDArray withoutPadding(NDArray states) {
    return ownRowsOrNull == null ? states : states.mul(ownRowsOrNull);
  }
}
