package dev.emovox.corpora.files;

import java.nio.file.Path;

/**
 * A name found in a folder.
 *
 * @param path below the data root, with {@code /} between folders
 * @param file where to read it
 * @param kind what it stands for
 * @param bytes size of a regular file, else 0
 */
public record FoundFile(String path, Path file, FileKind kind, long bytes) {

  /** The last part of the path. */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
