package dev.emovox.cli.augmentation;

import dev.emovox.audio.augmentation.noise.Voices;
import java.nio.file.Path;
import java.util.List;

/**
 * Voices from files that a user gave.
 *
 * @param voices their samples, all of one rate
 */
public record HeardVoices(List<float[]> voices) implements Voices {

  /**
   * Reads them.
   *
   * @throws dev.emovox.domain.InvalidInputException if one can't be read or is no sound
   */
  public static HeardVoices read(List<Path> files, int rate) {
    return new HeardVoices(files.stream().map(file -> SpeechFile.read(file).at(rate)).toList());
  }

  @Override
  public int count() {
    return voices.size();
  }

  @Override
  public float[] voice(int index) {
    return voices.get(index);
  }
}
