package dev.emovox.wav2vec2.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.wav2vec2.config.PreprocessorConfig;
import dev.emovox.wav2vec2.config.Wav2Vec2Config;
import dev.emovox.wav2vec2.kernels.NativeTensors;
import dev.emovox.wav2vec2.model.layers.SignalPacking;
import java.util.Arrays;
import java.util.List;

/**
 * The waveforms of some clips, checked. The checkpoint says how they are normalised: each clip by
 * itself to mean 0 and variance 1, before any padding.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class WaveformBatch {
  private final List<float[]> waveforms;
  private final PreprocessorConfig preprocessor;

  private WaveformBatch(List<float[]> waveforms, PreprocessorConfig preprocessor) {
    this.waveforms = waveforms;
    this.preprocessor = preprocessor;
  }

  /**
   * A batch.
   *
   * @param waveforms mono, at the checkpoint's sampling rate, as they were recorded; not copied,
   *     not changed, and not to be changed by others
   * @throws InvalidInputException if there is no clip, or one is shorter than the model's receptive
   *     field or holds a value that is not finite; the message counts clips from 1
   */
  public static WaveformBatch of(
      List<float[]> waveforms, PreprocessorConfig preprocessor, Wav2Vec2Config config) {
    if (waveforms.isEmpty()) {
      throw new InvalidInputException("There is no clip to classify.");
    }
    for (int i = 0; i < waveforms.size(); i++) {
      check(waveforms.get(i), i + 1, preprocessor, config);
    }
    return new WaveformBatch(List.copyOf(waveforms), preprocessor);
  }

  private static void check(
      float[] waveform, int number, PreprocessorConfig preprocessor, Wav2Vec2Config config) {
    long least = config.shortestInput();
    if (waveform.length < least) {
      throw new InvalidInputException(
          "Clip %d is too short: it has %d samples, and one frame of the model spans %d (%.1f ms at %d Hz)."
              .formatted(
                  number,
                  waveform.length,
                  least,
                  1000.0 * least / preprocessor.samplingRate(),
                  preprocessor.samplingRate()));
    }
    for (int i = 0; i < waveform.length; i++) {
      if (!Float.isFinite(waveform[i])) {
        throw new InvalidInputException(
            "Clip %d is no sound: sample %d is %s.".formatted(number, i, waveform[i]));
      }
    }
  }

  /** Some neighbouring clips, {@code from} to before {@code to}. */
  public WaveformBatch part(int from, int to) {
    return new WaveformBatch(waveforms.subList(from, to), preprocessor);
  }

  /** How many clips there are. */
  public int size() {
    return waveforms.size();
  }

  /** The samples of one clip. */
  public int samples(int clip) {
    return waveforms.get(clip).length;
  }

  /** Whether transformers would pass an attention mask with this batch. */
  boolean hasAttentionMask() {
    return preprocessor.attentionMask();
  }

  /** The samples of the longest clip. */
  public int longest() {
    return waveforms.stream().mapToInt(waveform -> waveform.length).max().orElseThrow();
  }

  /** Whether all clips have the same length. */
  boolean isEven() {
    return waveforms.stream().allMatch(waveform -> waveform.length == longest());
  }

  /** Some clips of the same length, (clips, samples). */
  NDArray clips(int from, int to, NDManager manager) {
    int width = samples(from);
    float[] values = new float[(to - from) * width];
    for (int clip = from; clip < to; clip++) {
      normalised(waveforms.get(clip), width, values, (clip - from) * width);
    }
    return NativeTensors.of(manager, values, new Shape(to - from, width));
  }

  /** All clips in one signal, (samples, 1). */
  NDArray packed(SignalPacking packing, NDManager manager) {
    float[] signal = new float[packing.samples()];
    for (int clip = 0; clip < size(); clip++) {
      normalised(
          waveforms.get(clip), packing.lengths().get(clip), signal, packing.starts().get(clip));
    }
    return NativeTensors.of(manager, signal, new Shape(signal.length, 1));
  }

  /**
   * All clips as transformers pads them, (clips, samples). Without an attention mask it takes the
   * padding for signal, in normalisation too.
   */
  NDArray padded(NDManager manager) {
    int width = longest();
    float[] values = new float[size() * width];
    Arrays.fill(values, (float) preprocessor.paddingValue());
    for (int clip = 0; clip < size(); clip++) {
      if (hasAttentionMask()) {
        normalised(waveforms.get(clip), samples(clip), values, clip * width);
      } else {
        float[] row = Arrays.copyOf(waveforms.get(clip), width);
        Arrays.fill(row, samples(clip), width, (float) preprocessor.paddingValue());
        normalised(row, width, values, clip * width);
      }
    }
    return NativeTensors.of(manager, values, new Shape(size(), width));
  }

  private void normalised(float[] waveform, int samples, float[] target, int offset) {
    if (!preprocessor.normalize()) {
      System.arraycopy(waveform, 0, target, offset, samples);
      return;
    }
    Normalisation normalisation = Normalisation.of(waveform);
    for (int i = 0; i < samples; i++) {
      target[offset + i] = normalisation.apply(waveform[i]);
    }
  }

  /** Takes one mean off and divides by one deviation, with transformers' guard against silence. */
  private record Normalisation(double mean, double deviation) {
    private static final double GUARD = 1e-7;

    static Normalisation of(float[] waveform) {
      double sum = 0;
      for (float sample : waveform) {
        sum += sample;
      }
      double mean = sum / waveform.length;
      double squares = 0;
      for (float sample : waveform) {
        squares += (sample - mean) * (sample - mean);
      }
      return new Normalisation(mean, Math.sqrt(squares / waveform.length + GUARD));
    }

    float apply(float sample) {
      return (float) ((sample - mean) / deviation);
    }
  }
}
