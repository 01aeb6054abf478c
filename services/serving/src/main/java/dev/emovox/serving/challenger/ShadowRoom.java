package dev.emovox.serving.challenger;

/**
 * The memory that clips may take while they wait to be compared, from the moment that they are
 * decoded. Safe for use by several threads; nothing here waits.
 */
final class ShadowRoom {
  private final int mostClips;
  private final long mostSamples;
  private int clips;
  private long samples;

  ShadowRoom(int mostClips, long mostSamples) {
    this.mostClips = mostClips;
    this.mostSamples = mostSamples;
  }

  /** Takes room for a clip; false if there is none. */
  synchronized boolean enter(int length) {
    if (clips >= mostClips || samples + length > mostSamples) {
      return false;
    }
    clips++;
    samples += length;
    return true;
  }

  /** Gives the room of a clip back. */
  synchronized void leave(int length) {
    clips--;
    samples -= length;
  }
}
