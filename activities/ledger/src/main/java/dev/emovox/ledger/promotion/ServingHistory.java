package dev.emovox.ledger.promotion;

import dev.emovox.ledger.LedgerReader;
import dev.emovox.ledger.entry.Decision;
import dev.emovox.ledger.entry.EntryKind;
import dev.emovox.ledger.entry.ServedModel;
import dev.emovox.ledger.entry.SignedEntry;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the ledger says about which versions of one model were served.
 *
 * @param reader the ledger
 * @param modelName registered model
 */
record ServingHistory(LedgerReader reader, String modelName) {

  /** The last decision: what is to be served. */
  Optional<SignedEntry> last() {
    for (SignedEntry entry : reader.newestFirst()) {
      if (isAboutServing(entry)) {
        return Optional.of(entry);
      }
    }
    return Optional.empty();
  }

  private boolean isAboutServing(SignedEntry entry) {
    Decision decision = entry.entry().decision();
    return decision.kind().decidesWhatIsServed() && decision.model().name().equals(modelName);
  }

  private Deque<Decision> oldestFirst() {
    Deque<Decision> decisions = new ArrayDeque<>();
    for (SignedEntry entry : reader.newestFirst()) {
      if (isAboutServing(entry)) {
        decisions.addFirst(entry.entry().decision());
      }
    }
    return decisions;
  }

  /**
   * The version that a rollback leads to. Promotions are stacked, and a rollback takes off what is
   * above its version, so that repeated rollbacks lead back one by one.
   */
  Optional<String> beforePresent() {
    Deque<String> stack = new ArrayDeque<>();
    for (Decision decision : oldestFirst()) {
      ServedModel model = decision.model();
      if (stack.isEmpty() && model.previousVersion() != null) {
        stack.push(model.previousVersion());
      }
      if (decision.kind() == EntryKind.ROLLBACK && stack.contains(model.version())) {
        while (!model.version().equals(stack.peek())) {
          stack.pop();
        }
      } else if (!model.version().equals(stack.peek())) {
        stack.push(model.version());
      }
    }
    stack.poll();
    return Optional.ofNullable(stack.peek());
  }

  /** Every version that was served once. */
  Set<String> everServed() {
    Set<String> versions = new TreeSet<>();
    for (Decision decision : oldestFirst()) {
      versions.add(decision.model().version());
      Optional.ofNullable(decision.model().previousVersion()).ifPresent(versions::add);
    }
    return versions;
  }
}
