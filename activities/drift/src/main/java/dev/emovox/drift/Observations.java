package dev.emovox.drift;

import dev.emovox.domain.InvalidInputException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Many observations in the form in which they are compared: of the training data as the reference,
 * of the newest clips as a window. Immutable and safe for use by several threads.
 */
public final class Observations {
  private final Map<Quantity, Sample> samples = new EnumMap<>(Quantity.class);
  private final long[] labels;

  /**
   * The observations of these clips.
   *
   * @param classes how many classes the model has
   * @throws InvalidInputException if there is no clip, or one has a class that the model has not
   */
  public Observations(List<Observation> clips, int classes) {
    for (Quantity quantity : Quantity.values()) {
      samples.put(quantity, Sample.of(clips.stream().mapToDouble(quantity::of)));
    }
    labels = new long[classes];
    for (Observation clip : clips) {
      if (clip.label() >= classes) {
        throw new InvalidInputException(
            "A clip was answered with class %d of a model with %d."
                .formatted(clip.label(), classes));
      }
      labels[clip.label()]++;
    }
  }

  /** The values of one quantity. */
  Sample sample(Quantity quantity) {
    return samples.get(quantity);
  }

  /** How often each class was answered. */
  long[] labels() {
    return labels.clone();
  }

  /** How many classes there are. */
  int classes() {
    return labels.length;
  }
}
