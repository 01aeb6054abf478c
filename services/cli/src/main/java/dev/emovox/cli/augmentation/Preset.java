package dev.emovox.cli.augmentation;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.emovox.domain.AugmentationStep;
import dev.emovox.domain.ClipVersion;
import java.util.List;
import java.util.Optional;

/**
 * A file of {@code configs/augmentations}: either steps, of which every version draws its own, or
 * versions that are the same for every clip.
 *
 * @param description one line for people
 * @param sampleRate hertz to which a clip is resampled first; its own if left out
 * @param rmsLevel root mean square to which a clip is scaled while it is changed; its own if left
 *     out
 * @param steps a pipeline
 * @param versions fixed versions
 */
public record Preset(
    String description,
    Optional<Integer> sampleRate,
    Optional<Double> rmsLevel,
    @JsonProperty(defaultValue = "[]") List<AugmentationStep> steps,
    @JsonProperty(defaultValue = "[]") List<ClipVersion> versions) {

  /** Whether its versions are the same for every clip. */
  public boolean isFixed() {
    return !versions.isEmpty();
  }

  /** What is wrong with it, beginning with the key. */
  Optional<String> complaint() {
    if (steps.isEmpty() == versions.isEmpty()) {
      return Optional.of("steps or versions: one of them must be given, and only one.");
    }
    for (int i = 0; i < steps.size(); i++) {
      Optional<String> complaint = steps.get(i).complaint();
      if (complaint.isPresent()) {
        return Optional.of("steps[" + i + "]." + complaint.get());
      }
    }
    if (sampleRate.isPresent() && (sampleRate.get() < 4_000 || sampleRate.get() > 192_000)) {
      return Optional.of("sample_rate must be between 4000 and 192000.");
    }
    return rmsLevel
        .filter(level -> !(level > 0 && level <= 1))
        .map(level -> "rms_level must be above 0 and at most 1.");
  }
}
