package dev.emovox.ledger.chain;

import dev.emovox.ledger.entry.SignedEntry;
import java.util.List;

/**
 * One stored entry held against the chain before it.
 *
 * @param entry the entry; null if it can't be read
 * @param head where the chain stands after it; null if it is the first and can't be read
 * @param findings what is wrong; empty if all is well
 */
public record Inspected(SignedEntry entry, ChainHead head, List<Finding> findings) {

  public Inspected {
    findings = List.copyOf(findings);
  }
}
