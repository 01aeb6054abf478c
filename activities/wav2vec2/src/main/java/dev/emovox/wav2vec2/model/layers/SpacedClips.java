package dev.emovox.wav2vec2.model.layers;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.emovox.wav2vec2.kernels.NativeTensors;
import dev.emovox.wav2vec2.kernels.TorchKernels;
import java.util.List;

/**
 * The clips of a batch one after the other with zeros between them, so that a convolution over all
 * of them sees of each clip what it would see of the clip alone.
 *
 * @param places for each row, which row of the batch is there, counted from 1; 0 for zeros
 * @param back for each row of the batch, which row here it is
 */
record SpacedClips(NDArray places, NDArray back) {

  /**
   * Clips with these numbers of rows; the tensors belong to {@code manager}.
   *
   * @param gap zeros between two clips
   */
  static SpacedClips of(List<Integer> rows, int gap, NDManager manager) {
    int total = rows.stream().mapToInt(Integer::intValue).sum();
    long[] places = new long[LengthSteps.atLeast(total + gap * (rows.size() - 1))];
    long[] back = new long[total];
    int row = 0;
    int place = 0;
    for (int count : rows) {
      for (int end = row + count; row < end; row++, place++) {
        places[place] = row + 1L;
        back[row] = place;
      }
      place += gap;
    }
    return new SpacedClips(NativeTensors.of(manager, places), NativeTensors.of(manager, back));
  }

  /** The batch's rows (rows, size) with zeros between clips; (more rows, size). */
  NDArray spaced(NDArray rows, TorchKernels kernels) {
    NDArray zeros = rows.getManager().zeros(new Shape(1, rows.getShape().get(1)));
    return kernels.rows(Torch.joined(List.of(zeros, rows)), places);
  }

  /** The clips' rows alone, in the order of the batch. */
  NDArray rows(NDArray spaced, TorchKernels kernels) {
    return kernels.rows(spaced, back);
  }
}
