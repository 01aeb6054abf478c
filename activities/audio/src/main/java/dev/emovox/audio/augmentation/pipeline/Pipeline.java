package dev.emovox.audio.augmentation.pipeline;

import dev.emovox.domain.AugmentationStep;
import dev.emovox.domain.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Augmentation in steps. What a step draws follows from the clip's seed and its place among the
 * steps: whether it is done, how strongly, and its noise or room. So a version can be made again by
 * anybody, and a step more at the end changes nothing before it. Safe for use by several threads.
 */
public final class Pipeline {
  private final List<AugmentationStep> steps;
  private final StepMaker maker;

  /**
   * A pipeline.
   *
   * @param maker makes the steps' changes
   * @throws InvalidInputException if a number of a step is out of range
   */
  public Pipeline(List<AugmentationStep> steps, StepMaker maker) {
    this.steps = List.copyOf(steps);
    this.maker = maker;
    for (int i = 0; i < steps.size(); i++) {
      Optional<String> complaint = steps.get(i).complaint();
      if (complaint.isPresent()) {
        throw new InvalidInputException(
            "Step %d of the augmentation, %s: %s"
                .formatted(i + 1, steps.get(i).kind(), complaint.get()));
      }
    }
  }

  /**
   * A clip's version.
   *
   * @param waveform left as it is
   * @param seed of clip and version
   */
  public Augmented apply(float[] waveform, int sampleRate, long seed) {
    float[] changed = waveform;
    List<AugmentationStep> done = new ArrayList<>();
    for (int place = 0; place < steps.size(); place++) {
      AugmentationStep step = steps.get(place);
      SplittableRandom random = new SplittableRandom(new SplittableRandom(seed + place).nextLong());
      if (random.nextDouble() < step.probability()) {
        AugmentationStep drawn = draw(step, random.nextDouble());
        long stepSeed = random.nextLong();
        changed = maker.make(drawn, sampleRate, stepSeed).apply(changed, sampleRate, stepSeed);
        done.add(drawn);
      }
    }
    return new Augmented(changed, done);
  }

  private static AugmentationStep draw(AugmentationStep step, double share) {
    return step.drawn(step.strength().map(its -> its.span().at(share)).orElse(0.0));
  }
}
