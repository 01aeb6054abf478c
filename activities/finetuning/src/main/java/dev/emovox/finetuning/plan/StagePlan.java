package dev.emovox.finetuning.plan;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.TrainingStage;
import java.util.List;
import java.util.stream.IntStream;

/**
 * All epochs of a stage, as if it never stopped early. How many steps an epoch has depends on which
 * clips share a batch, so epochs may differ by a few.
 *
 * @param clips to learn from
 * @param rule how they become steps
 * @param first seed of the stage's first epoch
 * @param epochs 1 or more
 */
public record StagePlan(List<TrainingClip> clips, BatchRule rule, EpochSeed first, int epochs) {
  public StagePlan {
    clips = List.copyOf(clips);
    if (epochs < 1) {
      throw new InvalidInputException("A stage needs 1 epoch or more, not " + epochs + ".");
    }
  }

  /**
   * The plan of a stage.
   *
   * @param samplingRate of the network, in hertz
   * @param first seed of the stage's first epoch
   */
  public static StagePlan of(
      TrainingStage stage, List<TrainingClip> clips, int samplingRate, EpochSeed first) {
    Growth growth = Growth.of(stage.augmentation(), samplingRate);
    return new StagePlan(
        clips, BatchRule.of(stage.batches(), samplingRate, growth), first, stage.epochs());
  }

  /** One epoch, from 1. */
  public EpochPlan epoch(int epoch) {
    return EpochPlan.of(clips, rule, seed(epoch));
  }

  /** Where the random numbers of one epoch come from. */
  public EpochSeed seed(int epoch) {
    return new EpochSeed(first.run(), first.stage(), epoch);
  }

  /** How many steps the stage has before an epoch. */
  public long stepsBefore(int epoch) {
    return IntStream.range(1, epoch).mapToLong(before -> epoch(before).steps().size()).sum();
  }

  /** How many steps the whole stage has. */
  public long steps() {
    return stepsBefore(epochs + 1);
  }
}
