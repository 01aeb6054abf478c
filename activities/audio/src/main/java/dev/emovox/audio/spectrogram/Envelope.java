package dev.emovox.audio.spectrogram;

import dev.emovox.audio.AudioClip;

/**
 * The smallest and largest sample in pieces of a clip of equal length, one sample at least.
 *
 * @param lowest one a piece
 * @param highest one a piece
 */
// Arrays on purpose: bulk numbers.
@SuppressWarnings("ArrayRecordComponent")
public record Envelope(float[] lowest, float[] highest) {

  /**
   * The envelope of a clip.
   *
   * @param clip not empty
   * @param pieces at most so many; fewer for fewer samples
   */
  public static Envelope of(AudioClip clip, int pieces) {
    float[] samples = clip.samples();
    int count = Math.min(pieces, samples.length);
    float[] lowest = new float[count];
    float[] highest = new float[count];
    for (int piece = 0; piece < count; piece++) {
      int from = (int) ((long) piece * samples.length / count);
      int to = (int) ((piece + 1L) * samples.length / count);
      lowest[piece] = samples[from];
      highest[piece] = samples[from];
      for (int i = from + 1; i < to; i++) {
        lowest[piece] = Math.min(lowest[piece], samples[i]);
        highest[piece] = Math.max(highest[piece], samples[i]);
      }
    }
    return new Envelope(lowest, highest);
  }
}
