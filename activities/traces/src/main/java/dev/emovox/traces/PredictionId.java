package dev.emovox.traces;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Names of predictions: UUIDs of version 7 (RFC 9562), which begin with the time in milliseconds
 * and go on with 74 random bits. So an id alone tells in which hour its row lies.
 */
public final class PredictionId {
  private static final Pattern FORM =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
  private static final int TIME_SHIFT = 16;
  private static final long VERSION = 0x7000;
  private static final long RANDOM_BITS = 0xFFF;

  private PredictionId() {}

  /** A new id of that time. */
  public static String at(Instant time) {
    UUID random = UUID.randomUUID();
    long moment = time.toEpochMilli() << TIME_SHIFT;
    long high = moment | VERSION | (random.getMostSignificantBits() & RANDOM_BITS);
    return new UUID(high, random.getLeastSignificantBits()).toString();
  }

  /** The time of an id; empty if it is no id of this kind. */
  public static Optional<Instant> time(String id) {
    if (!FORM.matcher(id).matches()) {
      return Optional.empty();
    }
    try {
      long high = UUID.fromString(id).getMostSignificantBits();
      return Optional.of(Instant.ofEpochMilli(high >>> TIME_SHIFT));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /**
   * Where an id falls between 0 and 1, evenly and by its random bits alone. Those below a share are
   * a sample of that share.
   */
  public static double place(String id) {
    return (UUID.fromString(id).getLeastSignificantBits() & 0xFFFF_FFFFL) / (double) (1L << 32);
  }
}
