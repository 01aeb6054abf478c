package dev.emovox.wav2vec2.model.layers;

import ai.djl.ndarray.NDArray;
import dev.emovox.wav2vec2.kernels.TensorScope;
import java.util.ArrayList;
import java.util.List;

/** The mean over each clip's own frames. */
public final class MaskedMeanPooling {
  private static final int[] FRAMES = {0};

  /** States (rows, width) to (clips, width). */
  public NDArray forward(NDArray states, FrameLayout layout) {
    return TensorScope.result(
        () -> {
          List<NDArray> means = new ArrayList<>();
          layout.splitOwn(states).forEach(own -> means.add(own.mean(FRAMES, true)));
          return Torch.joined(means);
        });
  }
}
