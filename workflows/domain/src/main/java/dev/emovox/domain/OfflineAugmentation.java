package dev.emovox.domain;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;

/**
 * Changed copies of training clips, made once and kept, for models that see their clips only once.
 * Clips of the training part alone are copied, after the split; a copy is learnt from and never
 * scored.
 *
 * @param name what the set of copies is called in results; the preset's name if left out
 * @param copies how many of each clip, from 1 to {@link #MOST_COPIES}
 * @param sampleRate hertz at which copies are made and kept; not below that of the features
 * @param steps a pipeline that every copy goes through, each step with a probability of its own
 * @param preset name of a file of {@code configs/augmentations} whose steps come before these; a
 *     plan has the steps themselves instead
 */
public record OfflineAugmentation(
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> name,
    @JsonProperty(defaultValue = "1") int copies,
    @JsonProperty(defaultValue = "16000") int sampleRate,
    @JsonProperty(defaultValue = "[]") List<AugmentationStep> steps,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> preset) {

  /** Most copies of a clip. */
  public static final int MOST_COPIES = 100;

  /** Lowest rate of copies, in hertz. */
  public static final int LEAST_RATE = 4_000;

  /** Highest rate of copies, in hertz. */
  public static final int MOST_RATE = 192_000;

  public OfflineAugmentation {
    name = name == null ? Optional.empty() : name;
    steps = steps == null ? List.of() : List.copyOf(steps);
    preset = preset == null ? Optional.empty() : preset;
  }

  /** A pipeline's copies at 16 kHz. */
  public OfflineAugmentation(String name, int copies, List<AugmentationStep> steps) {
    this(Optional.of(name), copies, 16_000, steps, Optional.empty());
  }

  /** What the set of copies is called. */
  public String called() {
    return name.or(() -> preset).orElse("augmentation");
  }

  /** The same copies by these steps, under the name that they have now. */
  public OfflineAugmentation resolved(List<AugmentationStep> all) {
    return new OfflineAugmentation(
        Optional.of(called()), copies, sampleRate, all, Optional.empty());
  }

  /** The same copies, whatever they are called. */
  public OfflineAugmentation unnamed() {
    return new OfflineAugmentation(Optional.empty(), copies, sampleRate, steps, preset);
  }
}
