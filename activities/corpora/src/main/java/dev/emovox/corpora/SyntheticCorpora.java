package dev.emovox.corpora;

import dev.emovox.audio.WavWriter;
import dev.emovox.corpora.synthesis.Manner;
import dev.emovox.corpora.synthesis.Utterance;
import dev.emovox.corpora.synthesis.Voice;
import dev.emovox.domain.Digest;
import dev.emovox.domain.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Small made-up corpora in the four naming schemes, for demonstrations and tests: 18 speakers whose
 * pitch, melody, loudness, tempo and breath depend on the emotion and wander enough that a
 * classifier learns much but not all. They show that the machinery works, and say nothing about
 * speech.
 */
public final class SyntheticCorpora {
  private SyntheticCorpora() {}

  /**
   * Writes the folders {@code RAVDESS}, {@code CREMA-D}, {@code TESS} and {@code SAVEE}, at 16 kHz,
   * TESS at its own 24,414 Hz; 544 clips in all.
   *
   * @param directory is created if need be; files of the same names are replaced
   * @param seed the same seed gives the same bytes
   * @throws InvalidInputException if the folder can't be written
   */
  public static void write(Path directory, long seed) {
    for (SyntheticClip clip : SyntheticClip.all()) {
      Path file = directory.resolve(clip.path());
      try {
        Files.createDirectories(file.getParent());
      } catch (IOException e) {
        throw new InvalidInputException("The folder " + file.getParent() + " can't be made.", e);
      }
      Voice voice = Voice.of(clip.female(), mix(seed, clip.speaker()));
      Utterance utterance =
          new Utterance(
              voice, Manner.of(clip.emotion()), clip.sampleRate(), mix(seed, clip.path()));
      WavWriter.write(utterance.speak(clip.sentence()), file);
    }
  }

  /** A seed for a name: other names and other seeds give unrelated ones. */
  private static long mix(long seed, String name) {
    return Digest.of(seed + "\n" + name).leadingBits();
  }
}
