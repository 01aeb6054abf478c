package dev.emovox.cli.prediction;

import dev.emovox.audio.DecodedAudio;
import dev.emovox.audio.UnusableAudioException;
import dev.emovox.audio.decode.AudioDecoder;
import java.nio.file.Path;
import java.util.Locale;

/** The sound of a file that a user named, or why it can't be had. */
public sealed interface FileSound {

  /** All of it. */
  record Heard(DecodedAudio audio) implements FileSound {}

  /** Nothing of it. */
  record Refused(FileOutcome.Reason reason) implements FileSound {}

  /** Reads and decodes a file. */
  static FileSound read(Path file, AudioDecoder decoder) {
    FileContent content = FileContent.read(file);
    if (content instanceof FileContent.Unreadable unreadable) {
      return new Refused(unreadable.reason());
    }
    try {
      return new Heard(decoder.decode(((FileContent.Bytes) content).content()));
    } catch (UnusableAudioException e) {
      String kind = e.reason().name().toLowerCase(Locale.ROOT);
      return new Refused(new FileOutcome.Reason(kind, e.getMessage()));
    }
  }
}
