package dev.emovox.cli.workplace;

import dev.emovox.audit.AuditResult;

/**
 * Audits of runs, versions and the ledger. Every method throws {@link
 * dev.emovox.domain.ServerUnavailableException} if a server can't be reached.
 */
public interface Audits extends AutoCloseable {
  /**
   * Looks at one run or one version.
   *
   * @param name a run's, or the number of a version
   * @throws dev.emovox.domain.InvalidInputException if there is neither
   */
  AuditResult of(String name);

  /** Looks at every run, every version and the ledger. */
  AuditResult ofEverything();

  @Override
  void close();
}
