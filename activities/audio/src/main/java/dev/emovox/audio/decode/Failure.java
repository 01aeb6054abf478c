package dev.emovox.audio.decode;

import dev.emovox.audio.UnusableAudioException;
import dev.emovox.audio.UnusableAudioException.Reason;

/** Short forms for the exceptions that readers of file formats throw. */
final class Failure {
  private Failure() {}

  static UnusableAudioException corrupt(String what) {
    return new UnusableAudioException(
        Reason.CORRUPT, what + ". The file is damaged: replace it with an intact copy");
  }

  static UnusableAudioException corrupt(String what, Throwable cause) {
    return new UnusableAudioException(
        Reason.CORRUPT, what + ". The file is damaged: replace it with an intact copy", cause);
  }

  static UnusableAudioException truncated(String what) {
    return new UnusableAudioException(
        Reason.TRUNCATED, what + ". The file is cut short: replace it with a whole copy");
  }

  static UnusableAudioException unsupported(String what) {
    return new UnusableAudioException(
        Reason.UNSUPPORTED,
        what + " can't be decoded here. Convert the file to WAV, AIFF, FLAC or MP3");
  }

  static UnusableAudioException empty() {
    return new UnusableAudioException(
        Reason.EMPTY, "The file holds not one sample of sound. Replace it or leave it out");
  }
}
