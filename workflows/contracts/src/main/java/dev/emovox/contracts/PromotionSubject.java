package dev.emovox.contracts;

import dev.emovox.domain.Digest;

/**
 * The version that an order is about, verified, and what was served when it was looked at.
 *
 * @param request digest of the stored order
 * @param version number in the registry
 * @param packageDigest its package
 * @param run the run that made it, or null
 * @param champion the version that is served, or null
 * @param head number of the ledger's last entry; 0 if there is none
 * @param standing the entry that already says what is asked for; null if something is to be done
 */
public record PromotionSubject(
    Digest request,
    String version,
    Digest packageDigest,
    String run,
    String champion,
    long head,
    RecordedEntry standing) {}
