package dev.emovox.wav2vec2;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.LabelSet;
import dev.emovox.domain.TrainingStage.Precision;
import dev.emovox.wav2vec2.checkpoint.Checkpoint;
import dev.emovox.wav2vec2.checkpoint.TensorSource;
import dev.emovox.wav2vec2.config.PreprocessorConfig;
import dev.emovox.wav2vec2.engine.ComputeDevice;
import dev.emovox.wav2vec2.kernels.TorchKernels;
import dev.emovox.wav2vec2.model.CrossEntropyLoss;
import dev.emovox.wav2vec2.model.ForwardSettings;
import dev.emovox.wav2vec2.model.HeadInitialisation;
import dev.emovox.wav2vec2.model.Parameters;
import dev.emovox.wav2vec2.model.Wav2Vec2ForSequenceClassification;
import dev.emovox.wav2vec2.model.WaveformBatch;
import dev.emovox.wav2vec2.training.AdamW;
import dev.emovox.wav2vec2.training.AdamWSettings;
import dev.emovox.wav2vec2.training.BackwardPass;
import dev.emovox.wav2vec2.training.CheckpointedPass;
import dev.emovox.wav2vec2.training.ClassificationObjective;
import dev.emovox.wav2vec2.training.GradientClipping;
import dev.emovox.wav2vec2.training.LabelledClips;
import dev.emovox.wav2vec2.training.RecordedPass;
import dev.emovox.wav2vec2.training.StepReport;
import dev.emovox.wav2vec2.training.TensorState;
import dev.emovox.wav2vec2.training.TrainingStep;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A wav2vec 2.0, XLSR or HuBERT model in training. Its weights and its optimiser's state are all
 * that it carries from one step to the next: what is random in a step follows from the step's seed.
 * So weights and state that are saved and put back, here or in another process on the same kind of
 * machine, go on bit by bit.
 *
 * <p>Owns native memory until it is closed. For one thread at a time.
 */
public final class SpeechTraining implements AutoCloseable {
  private final Parameters parameters;
  private final PreprocessorConfig preprocessor;
  private final TorchKernels kernels;
  private final Wav2Vec2ForSequenceClassification model;
  private final NDManager manager;
  private final AdamW optimiser;
  private final SpeechStep step;

  private SpeechTraining(
      Parameters parameters, PreprocessorConfig preprocessor, TrainingSetup setup) {
    this.parameters = parameters;
    this.preprocessor = preprocessor;
    TrainedParts parts = TrainedParts.of(parameters.config(), setup);
    parameters.train(parts::isTrained);
    SortedMap<String, NDArray> trained = new TreeMap<>(parameters.all());
    trained.keySet().removeIf(name -> !parts.isTrained(name));
    kernels = TorchKernels.load();
    model = new Wav2Vec2ForSequenceClassification(parameters, kernels);
    manager = parameters.newManager();
    optimiser = new AdamW(kernels, AdamWSettings.STANDARD, parts.groups(trained));
    step = step(setup);
  }

  private SpeechStep step(TrainingSetup setup) {
    CrossEntropyLoss loss = loss(setup);
    BackwardPass<LabelledClips> pass =
        setup.gradientCheckpointing()
            ? new CheckpointedPass(model, loss, manager)
            : new RecordedPass<>(
                new ClassificationObjective(model, loss, manager, ForwardSettings::training));
    double norm = setup.optimiser().clipNorm();
    GradientClipping clipping = norm == 0 ? GradientClipping.NONE : new GradientClipping(norm);
    return new SpeechStep(
        model.config(), loss, new TrainingStep<>(kernels, pass, optimiser, clipping));
  }

  private static CrossEntropyLoss loss(TrainingSetup setup) {
    List<Double> weights = setup.classWeights();
    return new CrossEntropyLoss(
        weights.isEmpty() ? null : weights.stream().mapToDouble(Double::doubleValue).toArray(),
        setup.labelSmoothing());
  }

  /**
   * A network as a checkpoint has it, with a new head for these classes; the checkpoint may be
   * closed afterwards.
   *
   * @param head the new head
   * @throws InvalidInputException if the device is not there, or the network or the device can't be
   *     trained in this way
   */
  public static SpeechTraining start(
      Checkpoint checkpoint, Head head, TrainingSetup setup, ComputeDevice device) {
    check(setup, head.labels(), device);
    Parameters parameters =
        Parameters.load(
            checkpoint,
            checkpoint.config().withLabels(head.labels()),
            device,
            HeadInitialisation.drawn(head.seed()));
    try {
      return new SpeechTraining(parameters, checkpoint.preprocessor(), setup);
    } catch (RuntimeException e) {
      parameters.close();
      throw e;
    }
  }

  /**
   * A new classification head.
   *
   * @param labels the classes in the order of their logits
   * @param seed what it is drawn from
   */
  public record Head(LabelSet labels, long seed) {}

  private static void check(TrainingSetup setup, LabelSet labels, ComputeDevice device) {
    if (setup.precision() == Precision.BFLOAT16) {
      throw new InvalidInputException(
          "precision: bfloat16 can't be computed on %s by this version; set it to float32."
              .formatted(device));
    }
    int weights = setup.classWeights().size();
    if (weights > 0 && weights != labels.size()) {
      throw new IllegalArgumentException(
          "%d class weights for %d classes".formatted(weights, labels.size()));
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

  /** How many numbers there are, and how many of them are trained. */
  public ParameterCount count() {
    long trained = optimiser.parameters().values().stream().mapToLong(NDArray::size).sum();
    return new ParameterCount(parameters.count(), trained);
  }

  /**
   * Numbers that a network consists of.
   *
   * @param all of them
   * @param trained those that are not frozen
   */
  public record ParameterCount(long all, long trained) {}

  /**
   * One step of the optimiser. The loss is the mean over all clips of all batches, weighted by
   * their classes.
   *
   * @param batches one forward and backward pass each
   * @param seed what everything random in this step is drawn from
   * @param rateFactor what learning rates are multiplied by, as the schedule says
   * @throws InvalidInputException if a clip is too short or holds a value that is not finite
   * @throws dev.emovox.domain.WorkFailedException if the loss or its gradients are no numbers;
   *     nothing was changed
   */
  public StepReport step(List<SpeechBatch> batches, long seed, double rateFactor) {
    return step.run(batches, new StepNumbers(seed, rateFactor), preprocessor);
  }

  /**
   * One row of logits for each clip, in their order, with nothing random.
   *
   * @throws InvalidInputException if there is no clip, or one is too short or holds a value that is
   *     not finite
   * @throws dev.emovox.domain.WorkFailedException if the network gives no number for a clip
   */
  public double[][] logits(List<float[]> waveforms) {
    return new BatchedLogits(parameters, model)
        .of(WaveformBatch.of(waveforms, preprocessor, model.config()));
  }

  /** All parameters, frozen ones too; valid until the next step or restoring, or closing. */
  public TensorSource weights() {
    return weightState();
  }

  /** What the optimiser remembers; valid until the next step or restoring, or closing. */
  public TensorSource optimiserState() {
    return optimiser.state();
  }

  /**
   * Puts back what {@link #weights} gave.
   *
   * @throws InvalidInputException if it is of another network; nothing is changed then
   */
  public void restoreWeights(TensorSource weights) {
    weightState().restore(weights);
  }

  /**
   * Puts back what {@link #optimiserState} gave.
   *
   * @throws InvalidInputException if it is of other parameters, which may be because others were
   *     frozen; nothing is changed then
   */
  public void restoreOptimiser(TensorSource state) {
    optimiser.restore(state);
  }

  private TensorState weightState() {
    return new TensorState("the network's weights", parameters.all());
  }

  @Override
  public void close() {
    optimiser.close();
    manager.close();
    kernels.close();
    parameters.close();
  }
}
