package dev.emovox.audio.augmentation.noise;

/**
 * Clips of other people, of the rate of the clip that they are added to. Safe for use by several
 * threads.
 */
public interface Voices {

  /** How many there are. */
  int count();

  /**
   * The samples of one; left as they are.
   *
   * @param index from 0, below {@link #count}
   */
  float[] voice(int index);
}
