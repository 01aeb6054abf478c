package dev.emovox.lineage.graph;

/** Where to look from a subject. */
public enum Direction {
  /** What it was made from. */
  UP,
  /** What was made from it. */
  DOWN,
  /** Both. */
  BOTH;

  /** Whether it goes back to what something was made from. */
  public boolean up() {
    return this != DOWN;
  }

  /** Whether it goes on to what was made from something. */
  public boolean down() {
    return this != UP;
  }
}
