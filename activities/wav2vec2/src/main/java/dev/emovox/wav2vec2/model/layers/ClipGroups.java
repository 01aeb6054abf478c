package dev.emovox.wav2vec2.model.layers;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.emovox.wav2vec2.kernels.NativeTensors;
import dev.emovox.wav2vec2.kernels.TorchKernels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * The clips of a batch in groups of similar length. An operation on few groups takes less time than
 * one on each clip, although a little is computed for filling.
 *
 * @param groups in which each clip is once
 * @param back for each row of the batch, which row of all groups' rows one after the other it is
 */
record ClipGroups(List<ClipGroup> groups, NDArray back) {
  /** The shortest clip of a group has at least this share of the longest one's rows. */
  private static final double LEAST_SHARE = 0.7;

  /** Groups of clips that have these numbers of rows; the tensors belong to {@code manager}. */
  static ClipGroups of(List<Integer> rows, NDManager manager) {
    List<ClipGroup.Span> spans = spans(rows);
    long[] back = new long[rows.stream().mapToInt(Integer::intValue).sum()];
    List<ClipGroup> groups = new ArrayList<>();
    int used = 0;
    for (List<ClipGroup.Span> similar : similar(spans)) {
      int longest = similar.get(0).rows();
      for (ClipGroup.Span span : similar) {
        for (int row = 0; row < span.rows(); row++) {
          back[span.start() + row] = (long) used + row;
        }
        used += longest;
      }
      groups.add(ClipGroup.of(similar, longest, manager));
    }
    return new ClipGroups(groups, NativeTensors.of(manager, back));
  }

  private static List<ClipGroup.Span> spans(List<Integer> rows) {
    List<ClipGroup.Span> spans = new ArrayList<>();
    int start = 0;
    for (int count : rows) {
      spans.add(new ClipGroup.Span(start, count));
      start += count;
    }
    return spans;
  }

  /** Longest first. */
  private static List<List<ClipGroup.Span>> similar(List<ClipGroup.Span> spans) {
    List<List<ClipGroup.Span>> groups = new ArrayList<>();
    int longest = Integer.MAX_VALUE;
    for (ClipGroup.Span span :
        spans.stream().sorted(Comparator.comparingInt(ClipGroup.Span::rows).reversed()).toList()) {
      if (span.rows() < LEAST_SHARE * longest) {
        longest = span.rows();
        groups.add(new ArrayList<>());
      }
      groups.get(groups.size() - 1).add(span);
    }
    return groups;
  }

  /**
   * What an operation makes of all groups, in the order of the batch.
   *
   * @param operation gives as many rows as the group has
   */
  NDArray each(Function<ClipGroup, NDArray> operation, TorchKernels kernels) {
    List<NDArray> parts = groups.stream().map(operation).toList();
    return kernels.rows(Torch.joined(parts), back);
  }
}
