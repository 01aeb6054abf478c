package dev.emovox.corpora;

import dev.emovox.domain.Digest;
import java.nio.file.Path;
import java.util.List;

/** A digest of what lies below data roots, without decoding any of it. */
@SuppressWarnings("DoNotCallSuggester")
public final class Inventory {

  /** A digest over the relative path and the content of every file that ingestion would look at. */
  public Digest digest(List<Path> roots) {
    throw new UnsupportedOperationException("being written");
  }
}
