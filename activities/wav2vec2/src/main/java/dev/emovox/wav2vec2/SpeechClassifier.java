package dev.emovox.wav2vec2;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.LabelSet;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.wav2vec2.checkpoint.Checkpoint;
import dev.emovox.wav2vec2.config.PreprocessorConfig;
import dev.emovox.wav2vec2.engine.ComputeDevice;
import dev.emovox.wav2vec2.engine.GradientMode;
import dev.emovox.wav2vec2.kernels.TensorScope;
import dev.emovox.wav2vec2.kernels.TorchKernels;
import dev.emovox.wav2vec2.model.ForwardSettings;
import dev.emovox.wav2vec2.model.HeadInitialisation;
import dev.emovox.wav2vec2.model.Parameters;
import dev.emovox.wav2vec2.model.Wav2Vec2ForSequenceClassification;
import dev.emovox.wav2vec2.model.WaveformBatch;
import java.util.Arrays;
import java.util.List;

/**
 * A wav2vec 2.0, XLSR or HuBERT model that tells classes of speech apart.
 *
 * <p>A clip gets the same logits alone and in any company. Owns native memory until it is closed.
 * Safe for use by several threads; it must not be closed before their calls have returned.
 */
public final class SpeechClassifier implements AutoCloseable {
  /** About half a minute of speech: enough to keep a processor busy, little enough for memory. */
  private static final long SAMPLES_AT_ONCE = 500_000;

  private final Parameters parameters;
  private final TorchKernels kernels;
  private final PreprocessorConfig preprocessor;
  private final Wav2Vec2ForSequenceClassification model;

  private SpeechClassifier(
      Parameters parameters, TorchKernels kernels, PreprocessorConfig preprocessor) {
    this.parameters = parameters;
    this.kernels = kernels;
    this.preprocessor = preprocessor;
    this.model = new Wav2Vec2ForSequenceClassification(parameters, kernels);
  }

  /**
   * The classifier of a checkpoint, which may be closed afterwards.
   *
   * @throws InvalidInputException if the checkpoint has no classification head, or the device is
   *     not there
   */
  public static SpeechClassifier load(Checkpoint checkpoint, ComputeDevice device) {
    Parameters parameters =
        Parameters.load(checkpoint, device, HeadInitialisation.fromCheckpoint());
    try {
      return new SpeechClassifier(parameters, TorchKernels.load(), checkpoint.preprocessor());
    } catch (RuntimeException e) {
      parameters.close();
      throw e;
    }
  }

  /** The classes in the order of their logits. */
  public LabelSet labels() {
    return model.config().labels();
  }

  /** The rate at which waveforms are expected, in hertz. */
  public int samplingRate() {
    return preprocessor.samplingRate();
  }

  /** The fewest samples that a clip needs. */
  public long shortestInput() {
    return model.config().shortestInput();
  }

  /**
   * One row of logits for each clip, in their order.
   *
   * @param waveforms mono, at {@link #samplingRate()}, as they were recorded: the checkpoint says
   *     whether they are normalised, and that is done here
   * @throws InvalidInputException if there is no clip, or one is too short or holds a value that is
   *     not finite
   * @throws WorkFailedException if the model gives no number for a clip
   */
  public double[][] logits(List<float[]> waveforms) {
    WaveformBatch all = WaveformBatch.of(waveforms, preprocessor, model.config());
    double[][] logits = new double[waveforms.size()][];
    for (int from = 0; from < logits.length; ) {
      int to = endOfBatch(all, from);
      double[][] part = batchLogits(all.part(from, to));
      for (int i = 0; i < part.length; i++) {
        logits[from + i] = checked(part[i], from + i + 1);
      }
      from = to;
    }
    return logits;
  }

  private static double[] checked(double[] logits, int number) {
    if (!Arrays.stream(logits).allMatch(Double::isFinite)) {
      throw new WorkFailedException(
          ("The model gives no numbers for clip %d, but %s: its parameters are broken, or the clip's"
                  + " values are far from the range -1 to 1.")
              .formatted(number, Arrays.toString(logits)));
    }
    return logits;
  }

  private static int endOfBatch(WaveformBatch clips, int from) {
    int to = from;
    long samples = 0;
    do {
      samples += clips.samples(to);
      to++;
    } while (to < clips.size() && samples + clips.samples(to) <= SAMPLES_AT_ONCE);
    return to;
  }

  @SuppressWarnings("try") // gradients stay off as long as the block
  private double[][] batchLogits(WaveformBatch batch) {
    try (GradientMode off = GradientMode.off();
        NDManager manager = parameters.newManager()) {
      return TensorScope.value(
          () -> rows(model.forward(batch, ForwardSettings.inference(), manager).logits()));
    }
  }

  private static double[][] rows(NDArray logits) {
    float[] values = logits.toFloatArray();
    int classes = (int) logits.getShape().get(1);
    double[][] rows = new double[values.length / classes][classes];
    for (int i = 0; i < values.length; i++) {
      rows[i / classes][i % classes] = values[i];
    }
    return rows;
  }

  @Override
  public void close() {
    kernels.close();
    parameters.close();
  }
}
