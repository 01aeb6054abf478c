package dev.emovox.cli.augmentation;

import dev.emovox.audio.AudioClip;
import dev.emovox.audio.DecodeLimits;
import dev.emovox.audio.Resampler;
import dev.emovox.audio.UnusableAudioException;
import dev.emovox.audio.decode.AudioDecoder;
import dev.emovox.cli.prediction.FileContent;
import dev.emovox.domain.Digest;
import dev.emovox.domain.InvalidInputException;
import java.nio.file.Path;

/**
 * A file of sound, decoded.
 *
 * @param clip all channels' mean at the file's rate
 * @param digest of the file
 */
public record SpeechFile(AudioClip clip, Digest digest) {

  /**
   * Reads and decodes.
   *
   * @throws InvalidInputException if it can't be read or is no sound
   */
  public static SpeechFile read(Path file) {
    FileContent content = FileContent.read(file);
    if (content instanceof FileContent.Unreadable unreadable) {
      throw new InvalidInputException(unreadable.reason().message());
    }
    byte[] bytes = ((FileContent.Bytes) content).content();
    try {
      AudioClip clip = new AudioDecoder(DecodeLimits.standard()).decode(bytes).clip();
      return new SpeechFile(clip, Digest.of(bytes));
    } catch (UnusableAudioException e) {
      throw new InvalidInputException("%s can't be used: %s".formatted(file, e.getMessage()), e);
    }
  }

  /** The samples at another rate. */
  public float[] at(int rate) {
    return new Resampler().resample(clip, rate).samples();
  }
}
