package dev.emovox.embedding.tsne;

/** Told how far a descent is. */
@FunctionalInterface
public interface TsneProgress {

  /** So many iterations of {@code total} are done; may end everything by throwing. */
  void advanced(int iterations, int total);

  /** Tells nobody. */
  static TsneProgress none() {
    return (iterations, total) -> {};
  }
}
