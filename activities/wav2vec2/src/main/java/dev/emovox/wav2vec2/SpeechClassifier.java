package dev.emovox.wav2vec2;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.LabelSet;
import dev.emovox.wav2vec2.checkpoint.Checkpoint;
import dev.emovox.wav2vec2.checkpoint.TensorSource;
import dev.emovox.wav2vec2.config.PreprocessorConfig;
import dev.emovox.wav2vec2.engine.ComputeDevice;
import dev.emovox.wav2vec2.engine.Libtorch;
import dev.emovox.wav2vec2.engine.LibtorchSettings;
import dev.emovox.wav2vec2.engine.SharedCores;
import dev.emovox.wav2vec2.kernels.TorchKernels;
import dev.emovox.wav2vec2.model.HeadInitialisation;
import dev.emovox.wav2vec2.model.Parameters;
import dev.emovox.wav2vec2.model.Wav2Vec2ForSequenceClassification;
import dev.emovox.wav2vec2.model.WaveformBatch;
import dev.emovox.wav2vec2.training.TensorState;
import java.util.List;

/**
 * A wav2vec 2.0, XLSR or HuBERT model that tells classes of speech apart.
 *
 * <p>A clip gets the same logits alone and in any company. Owns native memory until it is closed.
 * Safe for use by several threads; it must not be closed before their calls have returned.
 */
public final class SpeechClassifier implements AutoCloseable {
  private final Parameters parameters;
  private final TorchKernels kernels;
  private final PreprocessorConfig preprocessor;
  private final Wav2Vec2ForSequenceClassification model;
  private final SharedCores cores;

  private SpeechClassifier(
      Parameters parameters, TorchKernels kernels, PreprocessorConfig preprocessor) {
    this.parameters = parameters;
    this.kernels = kernels;
    this.preprocessor = preprocessor;
    this.model = new Wav2Vec2ForSequenceClassification(parameters, kernels);
    this.cores = Libtorch.start(LibtorchSettings.of(ComputeDevice.CPU)).cores();
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
      return new SpeechClassifier(parameters, kernels(device), checkpoint.preprocessor());
    } catch (RuntimeException e) {
      parameters.close();
      throw e;
    }
  }

  /**
   * The classifier of a network that was trained from a checkpoint, which may be closed afterwards.
   *
   * @param checkpoint says architecture and preprocessing
   * @param labels the classes in the order of their logits
   * @param weights all parameters, as {@link SpeechTraining#weights} gave them
   * @throws InvalidInputException if the weights are of another network, or the device is not there
   */
  public static SpeechClassifier load(
      Checkpoint checkpoint, LabelSet labels, TensorSource weights, ComputeDevice device) {
    Parameters parameters =
        Parameters.load(
            checkpoint,
            checkpoint.config().withLabels(labels),
            device,
            HeadInitialisation.drawn(0));
    try {
      new TensorState("the network's weights", parameters.all()).restore(weights);
      return new SpeechClassifier(parameters, kernels(device), checkpoint.preprocessor());
    } catch (RuntimeException e) {
      parameters.close();
      throw e;
    }
  }

  private static TorchKernels kernels(ComputeDevice device) {
    return device.kind() == ComputeDevice.Kind.CPU
        ? TorchKernels.loadForInference()
        : TorchKernels.load();
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
   * @throws dev.emovox.domain.WorkFailedException if the model gives no number for a clip
   */
  public double[][] logits(List<float[]> waveforms) {
    WaveformBatch clips = WaveformBatch.of(waveforms, preprocessor, model.config());
    return cores.compute(() -> new BatchedLogits(parameters, model).of(clips));
  }

  @Override
  public void close() {
    kernels.close();
    parameters.close();
  }
}
