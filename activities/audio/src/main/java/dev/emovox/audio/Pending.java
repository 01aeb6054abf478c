package dev.emovox.audio;

/** Stands in for bodies that follow in later commits. */
final class Pending {
  private Pending() {}

  @SuppressWarnings("TypeParameterUnusedInFormals")
  static <T> T yet(String what) {
    if (what.isEmpty()) {
      return null;
    }
    throw new UnsupportedOperationException(what);
  }
}
