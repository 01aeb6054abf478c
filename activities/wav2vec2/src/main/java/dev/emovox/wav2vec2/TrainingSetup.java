package dev.emovox.wav2vec2;

import dev.emovox.domain.FreezingSettings;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.OptimiserSettings;
import dev.emovox.domain.TrainingStage;
import dev.emovox.domain.TrainingStage.Precision;
import java.util.List;

/**
 * How a network is trained. Numbers out of range are refused with an {@link InvalidInputException}.
 *
 * @param optimiser AdamW's numbers; the schedule is applied by the caller, step by step
 * @param freezing which weights stay as they are
 * @param labelSmoothing share of each target that is spread over all classes
 * @param classWeights how much a clip of each class counts; empty for all alike
 * @param precision in which numbers the device computes
 * @param gradientCheckpointing whether layers are computed again in the backward pass
 */
public record TrainingSetup(
    OptimiserSettings optimiser,
    FreezingSettings freezing,
    double labelSmoothing,
    List<Double> classWeights,
    Precision precision,
    boolean gradientCheckpointing) {
  public TrainingSetup {
    classWeights = List.copyOf(classWeights);
    check("optimiser.learning_rate", optimiser.learningRate(), Double.MAX_VALUE);
    check("optimiser.weight_decay", optimiser.weightDecay(), 1e6);
    check("optimiser.clip_norm", optimiser.clipNorm(), Double.MAX_VALUE);
    check("optimiser.head_factor", optimiser.headFactor(), 1e6);
    check("optimiser.layer_decay", optimiser.layerDecay(), 1);
    check("loss.label_smoothing", labelSmoothing, 1);
    check("freezing.lowest_layers", freezing.lowestLayers(), Integer.MAX_VALUE);
  }

  private static void check(String key, double value, double most) {
    if (!(value >= 0 && value <= most)) {
      throw new InvalidInputException(
          "%s is %s; it must be from 0 to %s.".formatted(key, value, most));
    }
  }

  /** The set-up of a stage, with the weights that its policy gives the classes. */
  public static TrainingSetup of(TrainingStage stage, List<Double> classWeights) {
    return new TrainingSetup(
        stage.optimiser(),
        stage.freezing(),
        stage.loss().labelSmoothing(),
        classWeights,
        stage.precision(),
        stage.gradientCheckpointing());
  }
}
