package dev.emovox.wav2vec2.model.layers;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.emovox.wav2vec2.kernels.NativeTensors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Where the frames of each clip of a batch are among the rows of a matrix.
 *
 * @param rows how many rows each clip has
 * @param frames how many of them, from the first, are its own; the others are padding that
 *     attention and pooling leave out
 */
public record FrameLayout(List<Integer> rows, List<Integer> frames) {

  public FrameLayout {
    rows = List.copyOf(rows);
    frames = List.copyOf(frames);
  }

  /** Every clip with its own frames only. */
  public static FrameLayout packed(List<Integer> frames) {
    return new FrameLayout(frames, frames);
  }

  /** Every clip with as many rows as the longest, of which {@code frames} are its own. */
  public static FrameLayout padded(int rows, List<Integer> frames) {
    return new FrameLayout(Collections.nCopies(frames.size(), rows), frames);
  }

  /** The number of clips. */
  public int clips() {
    return rows.size();
  }

  /** The rows of all clips. */
  public int totalRows() {
    return rows.stream().mapToInt(Integer::intValue).sum();
  }

  /** Whether all clips have the same number of rows, so that (clips, rows, …) is a tensor. */
  public boolean isEven() {
    return rows.stream().distinct().count() == 1;
  }

  /** Whether any row is padding. */
  public boolean hasPadding() {
    return !rows.equals(frames);
  }

  /** The part of a matrix of rows that is each clip's own, without padding; views. */
  List<NDArray> splitOwn(NDArray matrix) {
    return split(matrix, frames);
  }

  private List<NDArray> split(NDArray matrix, List<Integer> counts) {
    if (counts.equals(rows)) {
      return Torch.split(matrix, rows); // differentiated at once, not clip by clip
    }
    List<NDArray> parts = new ArrayList<>();
    long from = 0;
    for (int clip = 0; clip < clips(); clip++) {
      parts.add(Torch.slice(matrix, 0, from, from + counts.get(clip)));
      from += rows.get(clip);
    }
    return parts;
  }

  /** 1 for each row that is a clip's own and 0 for padding; (rows, 1). */
  NDArray ownRows(NDManager manager) {
    float[] own = new float[totalRows()];
    int row = 0;
    for (int clip = 0; clip < clips(); clip++) {
      Arrays.fill(own, row, row + frames.get(clip), 1f);
      row += rows.get(clip);
    }
    return NativeTensors.of(manager, own, new Shape(own.length, 1));
  }

  /** 0 for each row that may be attended to and −∞ for padding; (clips, 1, 1, rows). */
  NDArray attentionMask(NDManager manager) {
    int width = rows.get(0);
    float[] mask = new float[clips() * width];
    for (int clip = 0; clip < clips(); clip++) {
      Arrays.fill(
          mask, clip * width + frames.get(clip), (clip + 1) * width, Float.NEGATIVE_INFINITY);
    }
    return NativeTensors.of(manager, mask, new Shape(clips(), 1, 1, width));
  }
}
