package dev.emovox.cli.promotion;

import dev.emovox.domain.Digest;
import java.time.Instant;

/**
 * One decision about what is served, as it is kept for ever.
 *
 * @param sequence position in the ledger, from one
 * @param action what was decided, {@code promote}
 * @param model registered model
 * @param version the version that is served from now on
 * @param previousVersion the version that was served before, or null
 * @param packageDigest the version's package
 * @param run the run that made it, or null
 * @param by who decided
 * @param reason why, or null
 * @param at when
 */
public record LedgerEntry(
    long sequence,
    String action,
    String model,
    String version,
    String previousVersion,
    Digest packageDigest,
    String run,
    String by,
    String reason,
    Instant at) {
  /** The action of a promotion. */
  public static final String PROMOTE = "promote";

  /** The same decision at another position. */
  LedgerEntry at(long position) {
    return new LedgerEntry(
        position, action, model, version, previousVersion, packageDigest, run, by, reason, at);
  }
}
