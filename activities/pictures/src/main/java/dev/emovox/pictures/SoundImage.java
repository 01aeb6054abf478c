package dev.emovox.pictures;

import java.util.List;

/**
 * What a picture of a clip shows.
 *
 * @param name of the clip
 * @param facts a line below the name
 * @param seconds length
 * @param waveform how far the sound swings
 * @param spectrogram how loud each frequency is at each time
 */
public record SoundImage(
    String name, String facts, double seconds, Waveform waveform, Spectrogram spectrogram) {

  /**
   * The envelope of a sound: its smallest and largest amplitude in pieces of equal length.
   *
   * @param lowest one a piece
   * @param highest one a piece
   */
  // Arrays on purpose: bulk numbers.
  @SuppressWarnings("ArrayRecordComponent")
  public record Waveform(float[] lowest, float[] highest) {}

  /**
   * Levels over time and frequency.
   *
   * @param levels a row a frequency from the lowest, a column a piece of time; decibels below the
   *     loudest, so at most zero
   * @param range decibels that are shown; what is softer looks like silence
   * @param frequencies ticks of the axis of frequency
   * @param axis title of that axis, with its unit
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Spectrogram(float[][] levels, double range, List<Tick> frequencies, String axis) {
    public Spectrogram {
      frequencies = List.copyOf(frequencies);
    }
  }

  /**
   * A tick.
   *
   * @param place from 0 at the axis' lower end to 1
   * @param label what it says
   */
  public record Tick(double place, String label) {}
}
