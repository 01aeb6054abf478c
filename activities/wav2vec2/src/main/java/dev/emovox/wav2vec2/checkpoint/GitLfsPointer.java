package dev.emovox.wav2vec2.checkpoint;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.wav2vec2.checkpoint.file.MappedFile;
import java.nio.charset.StandardCharsets;

/** What a clone without Git LFS has in place of a large file. */
final class GitLfsPointer {
  private static final String BEGINNING = "version https://git-lfs.github.com/";

  private GitLfsPointer() {}

  static void refuse(MappedFile file) {
    if (file.size() < BEGINNING.length()) {
      return;
    }
    byte[] beginning = new byte[BEGINNING.length()];
    file.slice(0, beginning.length).get(beginning);
    if (new String(beginning, StandardCharsets.ISO_8859_1).equals(BEGINNING)) {
      throw new InvalidInputException(
          "%s is a pointer of Git LFS, not the file itself. Run 'git lfs pull' where it was cloned."
              .formatted(file.path()));
    }
  }
}
