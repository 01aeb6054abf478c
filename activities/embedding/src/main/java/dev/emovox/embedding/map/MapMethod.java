package dev.emovox.embedding.map;

import java.util.Locale;

/** How clips are put on a plane. */
public enum MapMethod {
  /** Principal components. */
  PCA,
  /** t-SNE. */
  TSNE;

  /** For names of files and keys. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
