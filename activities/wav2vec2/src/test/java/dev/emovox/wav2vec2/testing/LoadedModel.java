package dev.emovox.wav2vec2.testing;

import ai.djl.ndarray.NDManager;
import dev.emovox.wav2vec2.checkpoint.Checkpoint;
import dev.emovox.wav2vec2.config.PreprocessorConfig;
import dev.emovox.wav2vec2.config.Wav2Vec2Config;
import dev.emovox.wav2vec2.engine.ComputeDevice;
import dev.emovox.wav2vec2.kernels.TorchKernels;
import dev.emovox.wav2vec2.model.ForwardPass;
import dev.emovox.wav2vec2.model.ForwardSettings;
import dev.emovox.wav2vec2.model.HeadInitialisation;
import dev.emovox.wav2vec2.model.Parameters;
import dev.emovox.wav2vec2.model.Wav2Vec2ForSequenceClassification;
import dev.emovox.wav2vec2.model.WaveformBatch;
import java.util.List;

/** A model with all that it needs, on the processor. */
public final class LoadedModel implements AutoCloseable {
  private final Parameters parameters;
  private final TorchKernels kernels;
  private final NDManager manager;
  private final PreprocessorConfig preprocessor;
  private final Wav2Vec2ForSequenceClassification model;

  private LoadedModel(
      Parameters parameters, PreprocessorConfig preprocessor, TorchKernels kernels) {
    this.parameters = parameters;
    this.preprocessor = preprocessor;
    this.kernels = kernels;
    manager = parameters.newManager();
    model = new Wav2Vec2ForSequenceClassification(parameters, kernels);
  }

  /** The model of a checkpoint. */
  public static LoadedModel of(Checkpoint checkpoint) {
    return of(checkpoint, checkpoint.config());
  }

  /** The parameters of a checkpoint under another configuration. */
  public static LoadedModel of(Checkpoint checkpoint, Wav2Vec2Config config) {
    Parameters parameters = parameters(checkpoint, config);
    return new LoadedModel(parameters, checkpoint.preprocessor(), TorchKernels.load());
  }

  /** The model of a checkpoint on kernels for inference. */
  public static LoadedModel forInference(Checkpoint checkpoint) {
    Parameters parameters = parameters(checkpoint, checkpoint.config());
    return new LoadedModel(parameters, checkpoint.preprocessor(), TorchKernels.loadForInference());
  }

  private static Parameters parameters(Checkpoint checkpoint, Wav2Vec2Config config) {
    return Parameters.load(
        checkpoint, config, ComputeDevice.CPU, HeadInitialisation.fromCheckpoint());
  }

  public Parameters parameters() {
    return parameters;
  }

  public TorchKernels kernels() {
    return kernels;
  }

  /** Owner of what a test makes. */
  public NDManager manager() {
    return manager;
  }

  public Wav2Vec2ForSequenceClassification model() {
    return model;
  }

  /** These clips, prepared as the checkpoint says. */
  public WaveformBatch batch(List<float[]> waveforms) {
    return WaveformBatch.of(waveforms, preprocessor, parameters.config());
  }

  /** One forward pass. */
  public ForwardPass forward(List<float[]> waveforms, ForwardSettings settings) {
    return model.forward(batch(waveforms), settings, manager);
  }

  @Override
  public void close() {
    manager.close();
    kernels.close();
    parameters.close();
  }
}
