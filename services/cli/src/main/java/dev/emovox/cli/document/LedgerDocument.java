package dev.emovox.cli.document;

import dev.emovox.artifacts.ObjectLock;
import dev.emovox.cli.ledger.LedgerReport;
import dev.emovox.domain.Digest;
import dev.emovox.ledger.TrustAnchor;
import dev.emovox.ledger.Verification;
import dev.emovox.ledger.chain.ChainHead;
import dev.emovox.ledger.chain.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a look at all of the ledger tells, as {@code ledger verify --json} prints it.
 *
 * @param ledger where it lies
 * @param checked how many entries were looked at
 * @param firstKey id of the key that it begins with, or null
 * @param firstKeyKnown {@code configured}, {@code remembered} or {@code first_seen}
 * @param head the last entry, or null
 * @param objectLock what keeps the objects
 * @param registryChecked whether the registry was asked, too
 * @param findings what is wrong
 */
public record LedgerDocument(
    String ledger,
    long checked,
    Digest firstKey,
    String firstKeyKnown,
    Head head,
    Lock objectLock,
    boolean registryChecked,
    List<Finding> findings) {

  /**
   * The last entry.
   *
   * @param number its number
   * @param digest SHA-256 of its stored bytes
   * @param at its time
   * @param key id of the key in force
   */
  public record Head(long number, Digest digest, Instant at, Digest key) {
    static Head of(ChainHead head) {
      return new Head(head.number(), head.digest(), head.time(), head.key().id());
    }
  }

  /**
   * What keeps the objects.
   *
   * @param state {@code retains}, {@code enabled_without_retention}, {@code none} or {@code
   *     unknown}
   * @param retention for how long, or null
   */
  public record Lock(String state, String retention) {
    static Lock of(ObjectLock lock) {
      String retention = lock.retention().isEmpty() ? null : lock.retention();
      return new Lock(word(lock.state()), retention);
    }
  }

  /** The document of a report. */
  public static LedgerDocument of(LedgerReport report) {
    Verification verification = report.verification();
    TrustAnchor.Origin origin = verification.origin();
    return new LedgerDocument(
        report.location(),
        verification.entries(),
        verification.anchor().orElse(null),
        word(origin),
        verification.head().map(Head::of).orElse(null),
        Lock.of(report.lock()),
        report.registryAsked(),
        Stream.concat(verification.findings().stream(), report.registryFindings().stream())
            .toList());
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
