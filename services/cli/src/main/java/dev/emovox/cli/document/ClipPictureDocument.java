package dev.emovox.cli.document;

import dev.emovox.cli.prediction.FileOutcome;

/** The picture of one file, or why it has none; in JSON told apart by the key {@code error}. */
public sealed interface ClipPictureDocument {

  /** The file as it was named. */
  String path();

  /**
   * A picture.
   *
   * @param picture file of the picture
   * @param sampleRate of the clip, hertz
   * @param seconds of the clip
   */
  record Drawn(String path, String picture, int sampleRate, double seconds)
      implements ClipPictureDocument {}

  /** A file without a picture. */
  record Refused(String path, FileOutcome.Reason error) implements ClipPictureDocument {}
}
