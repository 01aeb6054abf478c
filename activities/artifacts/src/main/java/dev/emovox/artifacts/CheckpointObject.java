package dev.emovox.artifacts;

import dev.emovox.domain.Digest;
import java.util.regex.Pattern;

/**
 * One file of a checkpoint.
 *
 * @param name its name in the checkpoint's folder
 * @param digest SHA-256 of its bytes
 * @param bytes its size
 */
public record CheckpointObject(String name, Digest digest, long bytes) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");

  public CheckpointObject {
    if (!isName(name) || bytes < 0) {
      throw new IllegalArgumentException("not a file of a checkpoint: " + name);
    }
  }

  /** Whether it can be the name of a file beside others, on any file system. */
  static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }
}
