package dev.emovox.cli.augmentation;

import dev.emovox.audio.AudioClip;
import dev.emovox.domain.AugmentationStep;
import dev.emovox.domain.ClipVersion;
import java.util.List;
import java.util.Optional;

/**
 * One version of a clip.
 *
 * @param clip to be heard: nothing in it is beyond full scale
 * @param version what was done, if it is the same for every clip
 * @param steps what was drawn and done otherwise, in order
 * @param attenuation decibels by which it was made softer so that nothing is clipped
 */
public record AugmentedClip(
    AudioClip clip,
    Optional<ClipVersion> version,
    List<AugmentationStep> steps,
    double attenuation) {
  public AugmentedClip {
    steps = List.copyOf(steps);
  }
}
