package dev.emovox.wav2vec2.model;

import ai.djl.ndarray.NDArray;
import dev.emovox.wav2vec2.model.layers.FrameLayout;
import java.util.List;

/**
 * What one forward pass gives. The tensors belong to the scope of the thread that made it.
 *
 * @param logits (clips, classes)
 * @param pooled one vector for each clip, (clips, projection size)
 * @param hiddenStates the input of the first layer and the output of every layer, (rows, hidden
 *     size) each; empty unless they were asked for
 * @param lastState what leaves the transformer, (rows, hidden size)
 * @param layout whose the rows are
 */
public record ForwardPass(
    NDArray logits,
    NDArray pooled,
    List<NDArray> hiddenStates,
    NDArray lastState,
    FrameLayout layout) {

  public ForwardPass {
    hiddenStates = List.copyOf(hiddenStates);
  }
}
