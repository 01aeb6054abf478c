package dev.emovox.corpora;

import dev.emovox.domain.Digest;

/**
 * Takes the bytes of every clip that could be decoded. Called from several threads at a time, once
 * for each digest; what it throws ends the ingestion.
 */
@FunctionalInterface
public interface ClipSink {

  /**
   * Stores a clip.
   *
   * @param digest SHA-256 of the content
   * @param content the file's bytes, not to be changed or kept
   */
  void store(Digest digest, byte[] content);

  /** Keeps nothing: for checks that only look. */
  static ClipSink none() {
    return (digest, content) -> {};
  }
}
