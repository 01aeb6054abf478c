package dev.emovox.wav2vec2.model.layers;

import ai.djl.ndarray.NDArray;
import dev.emovox.wav2vec2.config.Wav2Vec2Config;
import dev.emovox.wav2vec2.kernels.QueryKeyValue;
import dev.emovox.wav2vec2.kernels.TensorScope;
import dev.emovox.wav2vec2.kernels.TorchKernels;

/** Multi-head attention of each clip to itself (Vaswani et al., 2017). */
final class SelfAttention {
  private final Linear query;
  private final Linear key;
  private final Linear value;
  private final Linear output;
  private final int heads;
  private final double dropout;
  private final TorchKernels kernels;

  SelfAttention(Wav2Vec2Config config, NamedTensors parameters, TorchKernels kernels) {
    query = Linear.of(parameters.at("q_proj"), kernels);
    key = Linear.of(parameters.at("k_proj"), kernels);
    value = Linear.of(parameters.at("v_proj"), kernels);
    output = Linear.of(parameters.at("out_proj"), kernels);
    heads = config.transformer().heads();
    dropout = config.dropout().attention();
    this.kernels = kernels;
  }

  /** States (rows, hidden size) to the same shape. */
  NDArray forward(NDArray states, ClipFrames frames, boolean training) {
    return TensorScope.result(() -> attend(states, frames, training ? dropout : 0));
  }

  private NDArray attend(NDArray states, ClipFrames frames, double dropped) {
    QueryKeyValue all =
        new QueryKeyValue(query.apply(states), key.apply(states), value.apply(states));
    NDArray attended =
        frames.groupsOrNull() == null
            ? clips(all, frames.layout().clips(), frames.attentionMaskOrNull(), dropped)
            : frames.groupsOrNull().each(group -> group(all, group, dropped), kernels);
    return output.apply(attended);
  }

  private NDArray group(QueryKeyValue all, ClipGroup group, double dropped) {
    QueryKeyValue its =
        new QueryKeyValue(
            group.rows(all.query(), kernels),
            group.rows(all.key(), kernels),
            group.rows(all.value(), kernels));
    return clips(its, group.clips(), group.mask(), dropped);
  }

  private NDArray clips(QueryKeyValue all, int clips, NDArray maskOrNull, double dropped) {
    QueryKeyValue byHead =
        new QueryKeyValue(
            byHead(all.query(), clips), byHead(all.key(), clips), byHead(all.value(), clips));
    return Flow.of(all.query())
        .then(x -> kernels.scaledDotProductAttention(byHead, maskOrNull, dropped))
        .then(x -> x.swapAxes(1, 2))
        .then(x -> x.reshape(all.query().getShape()))
        .end();
  }

  /** (clips · rows, hidden size) to (clips, heads, rows, head size); a view. */
  private NDArray byHead(NDArray states, int clips) {
    long rows = states.getShape().get(0) / clips;
    long headSize = states.getShape().get(1) / heads;
    return states.reshape(clips, rows, heads, headSize).swapAxes(1, 2);
  }
}
