package dev.emovox.cli.augmentation;

import dev.emovox.audio.AudioClip;
import dev.emovox.audio.Resampler;
import dev.emovox.audio.augmentation.Augmentation;
import dev.emovox.audio.augmentation.FullScale;
import dev.emovox.audio.augmentation.Level;
import dev.emovox.audio.augmentation.pipeline.Augmented;
import dev.emovox.audio.augmentation.pipeline.Pipeline;
import dev.emovox.audio.augmentation.pipeline.StepMaker;
import dev.emovox.audio.augmentation.pipeline.VersionSeed;
import dev.emovox.domain.AugmentationStep;
import dev.emovox.domain.ClipVersion;
import dev.emovox.domain.Digest;
import java.util.List;
import java.util.Optional;

/**
 * Makes versions of a clip. What is random in one follows from the seed, the digest of the clip's
 * file and the version's number, so that it can be made again alone.
 *
 * @param preset what is done
 * @param file digest of the clip's file
 * @param seed the user's
 */
public record ClipAugmentation(Preset preset, Digest file, long seed) {

  /** The clip at the rate at which it is changed. */
  public AudioClip prepared(AudioClip clip) {
    return preset.sampleRate().map(rate -> new Resampler().resample(clip, rate)).orElse(clip);
  }

  /**
   * A version.
   *
   * @param clip as {@link #prepared}
   * @param number from 1
   * @param maker of the preset's steps, with what they need of that rate
   * @throws dev.emovox.domain.InvalidInputException if a number of the preset is out of range
   */
  public AugmentedClip version(AudioClip clip, int number, StepMaker maker) {
    double level = Level.of(clip.samples());
    double factor = level == 0 ? 1 : preset.rmsLevel().map(asked -> asked / level).orElse(1.0);
    float[] samples = scaled(clip.samples(), factor);
    if (preset.isFixed()) {
      ClipVersion version = preset.versions().get(number - 1);
      float[] changed =
          Augmentation.of(version).apply(samples, clip.sampleRate(), versionSeed(number));
      return heard(clip, scaled(changed, 1 / factor), Optional.of(version), List.of());
    }
    Augmented augmented =
        new Pipeline(preset.steps(), maker).apply(samples, clip.sampleRate(), versionSeed(number));
    return heard(
        clip, scaled(augmented.waveform(), 1 / factor), Optional.empty(), augmented.steps());
  }

  private long versionSeed(int number) {
    return VersionSeed.of(file, seed, number);
  }

  private static AugmentedClip heard(
      AudioClip original,
      float[] samples,
      Optional<ClipVersion> version,
      List<AugmentationStep> steps) {
    FullScale heard = FullScale.of(samples);
    return new AugmentedClip(
        new AudioClip(heard.samples(), original.sampleRate()), version, steps, heard.attenuation());
  }

  private static float[] scaled(float[] samples, double factor) {
    if (factor == 1) {
      return samples;
    }
    float[] scaled = new float[samples.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = (float) (samples[i] * factor);
    }
    return scaled;
  }
}
