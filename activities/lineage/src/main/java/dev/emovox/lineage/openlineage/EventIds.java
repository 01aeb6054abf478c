package dev.emovox.lineage.openlineage;

import dev.emovox.domain.Digest;
import java.util.UUID;

/**
 * Ids of runs of jobs, the same whenever they are asked for: of version 7 of RFC 9562, with the
 * moment of the start, so that they sort by time, and bits of a digest where others take chance.
 */
final class EventIds {
  private static final int TIME_BITS = 48;
  private static final long VERSION = 0x7000;
  private static final long VARIANT = 1L << 63;
  private static final long RANDOM_A = 0xfff;
  private static final long RANDOM_B = (1L << 62) - 1;
  private static final int HALF = 16;

  private EventIds() {}

  /**
   * The id of a run or a stage.
   *
   * @param name the run, or the run and the stage
   * @param startedAtMillis epoch milliseconds
   */
  static UUID of(String name, long startedAtMillis) {
    Digest digest = Digest.of("openlineage " + name + " " + startedAtMillis);
    long first = digest.leadingBits();
    long second = Long.parseUnsignedLong(digest.hex().substring(HALF, 2 * HALF), HALF);
    long time = startedAtMillis << (Long.SIZE - TIME_BITS);
    return new UUID(time | VERSION | (first & RANDOM_A), VARIANT | (second & RANDOM_B));
  }
}
