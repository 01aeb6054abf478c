package dev.emovox.report.data;

import dev.emovox.domain.Digest;

/**
 * A test clip that a model is sure of and wrong about.
 *
 * @param split name of the split
 * @param model what the model is called
 * @param id of the clip in the manifest
 * @param corpus where it comes from
 * @param speaker who speaks
 * @param label its true class
 * @param predicted the class that the model gave it
 * @param probabilityOfPredicted what the model gave that class
 * @param probabilityOfLabel what the model gave the true class
 * @param audio where its sound is; null if the manifest can't be read
 */
public record ConfusedClip(
    String split,
    String model,
    String id,
    String corpus,
    String speaker,
    String label,
    String predicted,
    double probabilityOfPredicted,
    double probabilityOfLabel,
    Audio audio) {

  /**
   * A stored clip.
   *
   * @param digest of its bytes, by which it is stored
   * @param container {@code wav}, {@code aiff}, {@code flac}, {@code ogg} or {@code mp3}
   * @param seconds length
   * @param bytes size
   */
  public record Audio(Digest digest, String container, double seconds, long bytes) {}
}
