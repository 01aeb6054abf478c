package dev.emovox.ledger.entry;

import dev.emovox.domain.Digest;
import dev.emovox.domain.InvalidInputException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * One entry of the ledger.
 *
 * @param number position, from one
 * @param previous SHA-256 of the stored bytes of the entry before, signatures and all; null for the
 *     first
 * @param time when it was written, by the writer's clock, in whole milliseconds
 * @param decision what it records
 */
public record LedgerEntry(long number, Digest previous, Instant time, Decision decision) {

  public LedgerEntry {
    Objects.requireNonNull(time, "time");
    Objects.requireNonNull(decision, "decision");
    if (number < 1 || (number == 1) != (previous == null)) {
      throw new InvalidInputException(
          "Entry %d of a ledger %s an entry before it."
              .formatted(number, previous == null ? "needs" : "can't have"));
    }
    if ((number == 1) != (decision.kind() == EntryKind.GENESIS)) {
      throw new InvalidInputException("The first entry of a ledger, and no other, is its genesis.");
    }
    if (!time.equals(time.truncatedTo(ChronoUnit.MILLIS))) {
      throw new InvalidInputException("Times in the ledger are in whole milliseconds.");
    }
  }
}
