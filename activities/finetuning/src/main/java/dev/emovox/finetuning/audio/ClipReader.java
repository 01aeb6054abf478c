package dev.emovox.finetuning.audio;

import dev.emovox.domain.InvalidInputException;

/**
 * Reads waveforms and holds them against what a network needs; whoever reads a message about a clip
 * finds the clip's name in it.
 *
 * @param source where they come from
 * @param shortest the fewest samples that the network takes
 */
public record ClipReader(WaveformSource source, long shortest) {

  /**
   * The waveform of a clip.
   *
   * @throws InvalidInputException if it can't be read, is too short, or is no sound
   */
  public float[] read(String clipId) {
    float[] waveform = waveform(clipId);
    if (waveform.length < shortest) {
      throw new InvalidInputException(
          ("Clip %s has %d samples at the network's rate, which needs %d for one frame. Leave the"
                  + " clip out of the split.")
              .formatted(clipId, waveform.length, shortest));
    }
    for (int i = 0; i < waveform.length; i++) {
      if (!Float.isFinite(waveform[i])) {
        throw new InvalidInputException(
            "Clip %s is no sound: its sample %d is %s. Leave the clip out of the split."
                .formatted(clipId, i, waveform[i]));
      }
    }
    return waveform;
  }

  private float[] waveform(String clipId) {
    try {
      return source.waveform(clipId);
    } catch (InvalidInputException e) {
      throw new InvalidInputException(
          "Clip %s can't be used: %s".formatted(clipId, e.getMessage()), e);
    }
  }
}
