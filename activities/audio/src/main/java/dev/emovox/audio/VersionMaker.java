package dev.emovox.audio;

import dev.emovox.audio.augmentation.Augmentation;
import dev.emovox.audio.augmentation.PhaseVocoder;
import dev.emovox.audio.augmentation.Stretching;
import dev.emovox.domain.ClipVersion;
import dev.emovox.domain.Digest;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Makes the versions of clips that a feature set strings together. Noise is seeded by the samples
 * of the clip and the version's place in the list, so the same clip always has the same versions,
 * whoever asks and whenever. Safe for use by several threads.
 */
final class VersionMaker {
  private final List<Augmentation> augmentations;
  private final ConcurrentLinkedQueue<PhaseVocoder> idle = new ConcurrentLinkedQueue<>();

  /**
   * A maker.
   *
   * @throws dev.emovox.domain.InvalidInputException if a version's numbers are out of range
   */
  VersionMaker(List<ClipVersion> versions) {
    augmentations = versions.stream().map(Augmentation::of).toList();
  }

  /**
   * The beginnings of all versions.
   *
   * @param most samples of each, at most; a version of a shorter clip may have fewer
   */
  List<float[]> make(AudioClip clip, int most) {
    long clipSeed = seed(clip);
    PhaseVocoder vocoder = opened(clip, most);
    List<float[]> versions = new ArrayList<>(augmentations.size());
    for (Augmentation augmentation : augmentations) {
      if (augmentation instanceof Stretching stretching) {
        versions.add(stretching.apply(vocoder, most));
        continue;
      }
      float[] heard = beginning(clip.samples(), augmentation.reach(most));
      long seed = clipSeed + versions.size();
      versions.add(beginning(augmentation.apply(heard, clip.sampleRate(), seed), most));
    }
    idle.add(vocoder);
    return versions;
  }

  /** As much of the clip as all that stretch it need. */
  private PhaseVocoder opened(AudioClip clip, int most) {
    PhaseVocoder idleOne = idle.poll();
    PhaseVocoder vocoder = idleOne == null ? new PhaseVocoder() : idleOne;
    int reach =
        augmentations.stream()
            .filter(Stretching.class::isInstance)
            .mapToInt(augmentation -> augmentation.reach(most))
            .max()
            .orElse(0);
    vocoder.open(beginning(clip.samples(), reach));
    return vocoder;
  }

  private static float[] beginning(float[] samples, int most) {
    return samples.length <= most ? samples : Arrays.copyOf(samples, most);
  }

  private static long seed(AudioClip clip) {
    ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * clip.samples().length);
    bytes.asFloatBuffer().put(clip.samples());
    return Digest.of(bytes.array()).leadingBits();
  }
}
