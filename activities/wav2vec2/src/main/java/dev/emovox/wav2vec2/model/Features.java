package dev.emovox.wav2vec2.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.emovox.wav2vec2.config.FeatureEncoderConfig;
import dev.emovox.wav2vec2.kernels.TensorScope;
import dev.emovox.wav2vec2.kernels.TorchKernels;
import dev.emovox.wav2vec2.model.layers.FeatureEncoder;
import dev.emovox.wav2vec2.model.layers.NamedTensors;
import dev.emovox.wav2vec2.model.layers.PackedFeatureEncoder;
import dev.emovox.wav2vec2.model.layers.PackedSignal;
import dev.emovox.wav2vec2.model.layers.SignalPacking;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** From a batch of waveforms to features, in the way that is the fastest for the architecture. */
final class Features {
  /**
   * Of the widest layer's output for one signal, 64 MiB: what is worth while without needing much.
   */
  private static final double MOST_VALUES = 1 << 24;

  private final FeatureEncoderConfig config;
  private final FeatureEncoder encoder;
  private final PackedFeatureEncoder packedOrNull;

  Features(FeatureEncoderConfig config, NamedTensors parameters, TorchKernels kernels) {
    this.config = config;
    encoder = new FeatureEncoder(config, parameters, kernels);
    packedOrNull =
        PackedFeatureEncoder.fits(config)
            ? new PackedFeatureEncoder(config, parameters, kernels)
            : null;
  }

  /** The features of all clips one after the other, (rows, channels). */
  NDArray forward(WaveformBatch batch, BatchMode mode, NDManager manager) {
    return TensorScope.result(
        () -> {
          if (mode == BatchMode.HUGGING_FACE) {
            return encoder.forward(List.of(batch.padded(manager)));
          }
          return packedOrNull == null ? separate(batch, manager) : packed(batch, manager);
        });
  }

  private NDArray packed(WaveformBatch batch, NDManager manager) {
    List<PackedSignal> signals = new ArrayList<>();
    for (int from = 0; from < batch.size(); ) {
      int to = endOfSignal(batch, from);
      WaveformBatch part = batch.part(from, to);
      SignalPacking packing =
          SignalPacking.of(
              config, IntStream.range(0, part.size()).mapToObj(part::samples).toList());
      signals.add(new PackedSignal(part.packed(packing, manager), packing));
      from = to;
    }
    return packedOrNull.forward(signals);
  }

  private int endOfSignal(WaveformBatch batch, int from) {
    double values = 0;
    int to = from;
    do {
      values += batch.samples(to) * config.valuesPerSample();
      to++;
    } while (to < batch.size()
        && values + batch.samples(to) * config.valuesPerSample() <= MOST_VALUES);
    return to;
  }

  /**
   * Clips go through the convolutions one by one: no work on padding, and the widest tensors are
   * those of one clip. A processor is busy with one; a graphics card wants more.
   */
  private NDArray separate(WaveformBatch batch, NDManager manager) {
    if (batch.isEven() && manager.getDevice().isGpu()) {
      return encoder.forward(List.of(batch.clips(0, batch.size(), manager)));
    }
    return encoder.forward(
        IntStream.range(0, batch.size()).mapToObj(i -> batch.clips(i, i + 1, manager)).toList());
  }
}
