package dev.emovox.finetuning.plan;

import dev.emovox.domain.LossSettings.ClassWeights;
import java.util.Arrays;
import java.util.List;

/** How much a clip of each class counts in the loss. */
public final class ClassWeighting {
  private ClassWeighting() {}

  /**
   * One weight for each class, or none at all if all count alike. Balanced weights are the number
   * of clips divided by that of the clip's class and by that of the classes that occur, so that
   * they are 1 on average; a class that does not occur has 0.
   *
   * @param clips of the training part
   * @param classes how many there are
   */
  public static List<Double> of(ClassWeights policy, List<TrainingClip> clips, int classes) {
    if (policy == ClassWeights.EQUAL) {
      return List.of();
    }
    long[] counts = new long[classes];
    clips.forEach(clip -> counts[clip.classIndex()]++);
    long occurring = Arrays.stream(counts).filter(count -> count > 0).count();
    return Arrays.stream(counts)
        .mapToObj(count -> count == 0 ? 0 : clips.size() / (double) (occurring * count))
        .toList();
  }
}
