package dev.emovox.audio;

import dev.emovox.audio.augmentation.Augmentation;
import dev.emovox.domain.ClipVersion;
import dev.emovox.domain.Digest;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Makes the versions of clips that a feature set strings together. Noise is seeded by the samples
 * of the clip and the version's place in the list, so the same clip always has the same versions,
 * whoever asks and whenever. Safe for use by several threads.
 */
final class VersionMaker {
  private final List<Augmentation> augmentations;

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
    List<float[]> versions = new ArrayList<>(augmentations.size());
    for (Augmentation augmentation : augmentations) {
      float[] heard = beginning(clip.samples(), augmentation.reach(most));
      long seed = clipSeed + versions.size();
      versions.add(beginning(augmentation.apply(heard, clip.sampleRate(), seed), most));
    }
    return versions;
  }

  private static float[] beginning(float[] samples, int most) {
    return samples.length <= most ? samples : Arrays.copyOf(samples, most);
  }

  private static long seed(AudioClip clip) {
    ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * clip.samples().length);
    bytes.asFloatBuffer().put(clip.samples());
    return Long.parseUnsignedLong(Digest.of(bytes.array()).hex().substring(0, 16), 16);
  }
}
