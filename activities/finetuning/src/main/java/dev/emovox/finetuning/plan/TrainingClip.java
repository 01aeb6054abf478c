package dev.emovox.finetuning.plan;

/**
 * A clip to be learnt from or tested on.
 *
 * @param id its id in the manifest
 * @param classIndex its class, from 0
 * @param speaker who speaks; empty if that is not known
 * @param samples its length at the network's rate, after cutting; above 0
 */
public record TrainingClip(String id, String speaker, int classIndex, long samples) {

  /** A clip of an unknown speaker. */
  public TrainingClip(String id, int classIndex, long samples) {
    this(id, "", classIndex, samples);
  }

  public TrainingClip {
    if (classIndex < 0 || samples < 1) {
      throw new IllegalArgumentException(
          "clip %s of class %d with %d samples".formatted(id, classIndex, samples));
    }
  }
}
