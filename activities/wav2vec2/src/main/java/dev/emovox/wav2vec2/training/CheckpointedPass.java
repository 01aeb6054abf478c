package dev.emovox.wav2vec2.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.emovox.wav2vec2.engine.GradientMode;
import dev.emovox.wav2vec2.kernels.TensorScope;
import dev.emovox.wav2vec2.model.CrossEntropyLoss;
import dev.emovox.wav2vec2.model.EncodedClips;
import dev.emovox.wav2vec2.model.ForwardSettings;
import dev.emovox.wav2vec2.model.Wav2Vec2ForSequenceClassification;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * Gradient checkpointing (Chen et al., 2016) by transformer layers: the forward pass keeps the
 * input of each layer only, and the backward pass computes each layer again, one at a time. It has
 * the result of a {@link RecordedPass}, because what is random in a layer follows from the seed and
 * the layer; it needs the memory of one layer instead of all, and a third more time.
 *
 * @param model the model
 * @param loss the loss
 * @param manager owner of the tensors on the way, on the parameters' device
 */
public record CheckpointedPass(
    Wav2Vec2ForSequenceClassification model, CrossEntropyLoss loss, NDManager manager)
    implements BackwardPass<LabelledClips> {

  @Override
  public double accumulate(
      WeightedBatch<LabelledClips> batch,
      SortedMap<String, NDArray> parameters,
      Gradients gradients) {
    return TensorScope.value(() -> new Pass(batch, parameters, gradients).run());
  }

  /** One pass over one batch. */
  private final class Pass {
    private final WeightedBatch<LabelledClips> batch;
    private final ForwardSettings settings;
    private final SortedMap<String, NDArray> parameters;
    private final Gradients gradients;

    /** The gradients by states that the head reads itself, if it mixes layers. */
    private List<NDArray> mixedSlopes = List.of();

    Pass(
        WeightedBatch<LabelledClips> batch,
        SortedMap<String, NDArray> parameters,
        Gradients gradients) {
      this.batch = batch;
      this.settings = ForwardSettings.training(batch.seed());
      this.parameters = parameters;
      this.gradients = gradients;
    }

    double run() {
      EncodedClips entered = enter();
      List<NDArray> states = forward(entered);
      NDArray value = top(entered, states);
      int depth = depth();
      NDArray slope = slope(model.layers());
      for (int i = model.layers() - 1; i >= 0 && model.layers() - 1 - i <= depth; i--) {
        slope = layer(i, entered.with(states.get(i)), slope);
      }
      if (depth == model.layers()) {
        differentiate(entered.states(), slope, List.of());
      }
      return value.getFloat();
    }

    /** How many layers are above the lowest parameter that is trained. */
    private int depth() {
      NetworkParts parts = new NetworkParts(model.config());
      return parameters.keySet().stream().mapToInt(parts::layersAbove).max().orElse(0);
    }

    @SuppressWarnings("try") // the recording lasts as long as the block
    private EncodedClips enter() {
      try (GradientMode recording = GradientMode.on()) {
        return model.enter(batch.batch().waveforms(), settings, manager);
      }
    }

    /** The input of each layer and the output of the last, none of them recorded. */
    @SuppressWarnings("try") // nothing is recorded as long as the block
    private List<NDArray> forward(EncodedClips entered) {
      try (GradientMode off = GradientMode.off()) {
        List<NDArray> states = new ArrayList<>();
        states.add(entered.states().stopGradient());
        for (int i = 0; i < model.layers(); i++) {
          states.add(model.layer(i, entered.with(states.get(i)), settings).states());
        }
        return states;
      }
    }

    /** Everything above the last layer; leaves the gradients by what it reads. */
    @SuppressWarnings("try") // the recording lasts as long as the block
    private NDArray top(EncodedClips entered, List<NDArray> states) {
      boolean mixes = model.config().classification().weightedLayerSum();
      List<NDArray> read = mixes ? states : states.subList(model.layers(), states.size());
      List<NDArray> leaves = read.stream().map(Pass::leaf).toList();
      EncodedClips last = entered.with(leaves.get(leaves.size() - 1));
      try (GradientMode recording = GradientMode.on()) {
        NDArray value = TensorScope.result(() -> loss(last, leaves));
        mixedSlopes = gradients.add(value, parameters, leaves);
        return value;
      }
    }

    private NDArray loss(EncodedClips last, List<NDArray> states) {
      int[] labels = batch.batch().labels().stream().mapToInt(Integer::intValue).toArray();
      return batch.weighted(loss.mean(model.leave(last, states, settings).logits(), labels));
    }

    /** The gradient by what the head reads of one state; null if it does not read it. */
    private NDArray slope(int state) {
      int index = state - (model.layers() + 1 - mixedSlopes.size());
      return index < 0 ? null : mixedSlopes.get(index);
    }

    /** One layer computed again; the gradient by its input. */
    @SuppressWarnings("try") // the recording lasts as long as the block
    private NDArray layer(int index, EncodedClips input, NDArray slope) {
      return TensorScope.result(
          () -> {
            NDArray leaf = leaf(input.states());
            NDArray output;
            try (GradientMode recording = GradientMode.on()) {
              output = model.layer(index, input.with(leaf), settings).states();
            }
            NDArray below =
                output == leaf ? slope : differentiate(output, slope, List.of(leaf)).get(0);
            NDArray read = slope(index);
            return read == null ? below.duplicate() : below.add(read);
          });
    }

    /** Carries the gradient by {@code output} on to the parameters and to {@code leaves}. */
    @SuppressWarnings("try") // the recording lasts as long as the block
    private List<NDArray> differentiate(NDArray output, NDArray slope, List<NDArray> leaves) {
      try (GradientMode recording = GradientMode.on();
          NDArray own = slope.duplicate();
          NDArray product = TensorScope.result(() -> output.mul(own).sum())) {
        return gradients.add(product, parameters, leaves);
      }
    }

    private static NDArray leaf(NDArray state) {
      NDArray leaf = state.stopGradient();
      leaf.setRequiresGradient(true);
      return leaf;
    }
  }
}
