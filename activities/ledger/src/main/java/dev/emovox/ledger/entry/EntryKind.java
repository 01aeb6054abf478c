package dev.emovox.ledger.entry;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * What an entry records. Kinds are added, never changed or removed; a program that meets one it
 * does not know refuses the entry instead of guessing.
 */
public enum EntryKind {
  /** The first entry: names the first key and what unsigned entries there were before. */
  GENESIS,
  /** From here on another key signs; signed by the old one and the new one. */
  KEY_ROTATION,
  /** A version is served from now on. */
  PROMOTION,
  /** A version that was served before is served again. */
  ROLLBACK,
  /** A person agreed to a promotion. */
  APPROVAL,
  /** A person refused a promotion. */
  REJECTION,
  /** A gate was closed to a promotion. */
  REFUSAL;

  /** The word in entries. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it says which version is served. */
  public boolean decidesWhatIsServed() {
    return this == PROMOTION || this == ROLLBACK;
  }
}
