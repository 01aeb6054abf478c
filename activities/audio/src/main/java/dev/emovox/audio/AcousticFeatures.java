package dev.emovox.audio;

import dev.emovox.audio.features.FeatureGroup;
import java.util.List;

/**
 * A clip's features, not scaled: what was computed of its frames, in the order of the vector.
 *
 * @param groups values that belong together
 */
public record AcousticFeatures(List<FeatureGroup> groups) {
  public AcousticFeatures {
    groups = List.copyOf(groups);
  }

  /**
   * The values of a group.
   *
   * @throws IllegalArgumentException if there is no such group
   */
  public float[] values(String name) {
    return groups.stream()
        .filter(group -> group.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no features " + name))
        .values();
  }
}
