package dev.emovox.artifacts;

import java.io.IOException;
import java.nio.file.Path;

/** Bytes on their way to the store, with checksums that the server compares on arrival. */
sealed interface Upload {
  /** Digest, MD5 and size. */
  Checksums checksums();

  /** Media type and format version. */
  ArtifactKind kind();

  /** Content in memory; written once, never compared. */
  @SuppressWarnings("ArrayRecordComponent")
  record Memory(byte[] content, Checksums checksums, ArtifactKind kind) implements Upload {}

  /** Content of a file, which is streamed. */
  record FromFile(Path file, Checksums checksums, ArtifactKind kind) implements Upload {}

  /** An upload of content in memory. */
  static Upload of(byte[] content, ArtifactKind kind) {
    return new Memory(content, Checksums.of(content), kind);
  }

  /** An upload of a file, which is read once for its checksums. */
  static Upload of(Path file, ArtifactKind kind) throws IOException {
    return new FromFile(file, Checksums.of(file), kind);
  }
}
