package dev.emovox.gate.settings;

/** What shares in a gate's file may be. */
final class Shares {
  private Shares() {}

  static void require(String key, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(key + " must lie between 0 and 1");
    }
  }

  static void requireInside(String key, double value) {
    if (!(value > 0 && value < 1)) {
      throw new IllegalArgumentException(key + " must lie between 0 and 1, both left out");
    }
  }

  static void requireRange(String key, long value, long most) {
    if (value < 1 || value > most) {
      throw new IllegalArgumentException(key + " must be between 1 and " + most);
    }
  }
}
