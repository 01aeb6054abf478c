package dev.emovox.audio.augmentation.noise;

import dev.emovox.audio.augmentation.Level;
import dev.emovox.audio.augmentation.Seeds;
import dev.emovox.domain.InvalidInputException;
import java.util.Random;

/**
 * Several people speaking at once: clips that are drawn with repetition, each at the same level and
 * from a place of its own on, over and over.
 */
public final class Babble implements NoiseSource {
  private static final int LEAST = 3;
  private static final int MOST = 7;

  private final Voices voices;

  /**
   * Babble.
   *
   * @throws InvalidInputException if there are no voices
   */
  public Babble(Voices voices) {
    if (voices.count() == 0) {
      throw new InvalidInputException(
          "Noise of the colour babble is made of other people's clips, and there are none. Give"
              + " some, or choose white or pink.");
    }
    this.voices = voices;
  }

  @Override
  public float[] make(int count, int sampleRate, long seed) {
    Random random = Seeds.random(seed);
    int people = LEAST + random.nextInt(MOST - LEAST + 1);
    float[] babble = new float[count];
    for (int i = 0; i < people; i++) {
      add(babble, voices.voice(random.nextInt(voices.count())), random.nextDouble());
    }
    return babble;
  }

  private static void add(float[] babble, float[] voice, double start) {
    double level = Level.of(voice);
    if (level == 0) {
      return;
    }
    int place = (int) (start * voice.length);
    for (int i = 0; i < babble.length; i++) {
      babble[i] += (float) (voice[place] / level);
      place = place + 1 == voice.length ? 0 : place + 1;
    }
  }
}
