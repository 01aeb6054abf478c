package dev.emovox.artifacts;

import dev.emovox.domain.Digest;
import java.nio.file.Path;

/** Bytes on their way to the store, with the digest that the server checks on arrival. */
sealed interface Upload {
  /** SHA-256 of the content. */
  Digest digest();

  /** Size of the content. */
  long bytes();

  /** Media type and format version. */
  ArtifactKind kind();

  /** Content in memory; written once, never compared. */
  @SuppressWarnings("ArrayRecordComponent")
  record Memory(byte[] content, Digest digest, ArtifactKind kind) implements Upload {
    @Override
    public long bytes() {
      return content.length;
    }
  }

  /** Content of a file, which is streamed. */
  record FromFile(Path file, long bytes, Digest digest, ArtifactKind kind) implements Upload {}
}
