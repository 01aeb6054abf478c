package dev.emovox.wav2vec2.model.layers;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.emovox.wav2vec2.kernels.NativeTensors;
import dev.emovox.wav2vec2.kernels.TorchKernels;
import java.util.Arrays;
import java.util.List;

/**
 * Clips of similar length of a batch, side by side for operations that look at whole clips. Shorter
 * ones are filled up to the longest; what fills them is not looked at, and left out afterwards.
 *
 * @param clips how many they are
 * @param places for each row of the group, clip by clip, which row of the batch is there; for
 *     filling one of the same clip, so that a clip that has no numbers spoils no other
 * @param mask 0 for each row that may be attended to and −∞ for filling, (clips, 1, 1, longest)
 */
record ClipGroup(int clips, NDArray places, NDArray mask) {

  /**
   * Where a clip's rows are in a batch.
   *
   * @param start its first
   * @param rows how many it has
   */
  record Span(int start, int rows) {}

  /**
   * A group of these clips; the tensors belong to {@code manager}.
   *
   * @param longest rows of the longest
   */
  static ClipGroup of(List<Span> spans, int longest, NDManager manager) {
    int clips = spans.size();
    long[] places = new long[clips * longest];
    float[] mask = new float[clips * longest];
    Arrays.fill(mask, Float.NEGATIVE_INFINITY);
    for (int clip = 0; clip < clips; clip++) {
      ClipGroup.Span span = spans.get(clip);
      int begin = clip * longest;
      Arrays.fill(places, begin, begin + longest, span.start());
      for (int row = 0; row < span.rows(); row++) {
        places[begin + row] = (long) span.start() + row;
        mask[begin + row] = 0;
      }
    }
    return new ClipGroup(
        clips,
        NativeTensors.of(manager, places),
        NativeTensors.of(manager, mask, new Shape(clips, 1, 1, longest)));
  }

  /** The group's rows of a matrix, with any of a clip for its filling; (clips · longest, size). */
  NDArray rows(NDArray matrix, TorchKernels kernels) {
    return kernels.rows(matrix, places);
  }
}
