package dev.emovox.wav2vec2.model.layers;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.emovox.wav2vec2.config.SpecAugmentConfig;
import dev.emovox.wav2vec2.kernels.NativeTensors;
import dev.emovox.wav2vec2.kernels.TensorScope;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Masks spans of frames and of channels of projected features in training (SpecAugment, Park et
 * al., 2019, in the form of wav2vec 2.0, section 4.2): frames become a learned vector, channels
 * zero. Each clip is masked by itself; one that is shorter than a span is not masked in time.
 */
public final class SpecAugment {
  private final SpecAugmentConfig config;
  private final NDArray embeddingOrNull;

  public SpecAugment(SpecAugmentConfig config, NamedTensors parameters) {
    this.config = config;
    embeddingOrNull = config.hasEmbedding() ? parameters.get("masked_spec_embed") : null;
  }

  /** States (rows, hidden size) to the same shape; the input itself if there is nothing to mask. */
  public NDArray forward(NDArray states, FrameLayout layout, Randomness randomness) {
    return TensorScope.result(
        () ->
            Flow.of(states)
                .then(x -> maskFrames(x, layout, randomness))
                .then(x -> maskChannels(x, layout, randomness))
                .end());
  }

  private NDArray maskFrames(NDArray states, FrameLayout layout, Randomness randomness) {
    if (!config.enabled() || config.time().probability() == 0) {
      return states;
    }
    boolean[] masked = new boolean[layout.totalRows()];
    int row = 0;
    for (int clip = 0; clip < layout.clips(); clip++) {
      int from = row;
      SpanSampler sampler =
          new SpanSampler(config.time(), randomness.generator(Randomness.Purpose.TIME_MASK, clip));
      sampler.draw(layout.frames().get(clip), layout.rows().get(clip)).stream()
          .forEach(frame -> masked[from + frame] = true);
      row += layout.rows().get(clip);
    }
    NDArray condition = NativeTensors.of(states.getManager(), masked, new Shape(masked.length, 1));
    return Torch.where(condition, embeddingOrNull, states);
  }

  private NDArray maskChannels(NDArray states, FrameLayout layout, Randomness randomness) {
    if (!config.enabled() || config.feature().probability() == 0) {
      return states;
    }
    int channels = (int) states.getShape().get(1);
    float[] kept = new float[layout.totalRows() * channels];
    Arrays.fill(kept, 1f);
    int row = 0;
    for (int clip = 0; clip < layout.clips(); clip++) {
      SpanSampler sampler =
          new SpanSampler(
              config.feature(), randomness.generator(Randomness.Purpose.FEATURE_MASK, clip));
      BitSet masked = sampler.draw(channels, channels);
      for (int end = row + layout.rows().get(clip); row < end; row++) {
        int start = row * channels;
        masked.stream().forEach(channel -> kept[start + channel] = 0f);
      }
    }
    return states.mul(NativeTensors.of(states.getManager(), kept, states.getShape()));
  }
}
