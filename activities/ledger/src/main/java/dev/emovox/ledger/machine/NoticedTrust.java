package dev.emovox.ledger.machine;

import dev.emovox.ledger.chain.Trust;
import dev.emovox.ledger.chain.TrustStore;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A memory that tells when it remembers a ledger for the first time.
 *
 * @param memory the memory itself
 * @param notices told
 */
record NoticedTrust(TrustStore memory, Consumer<String> notices) implements TrustStore {

  @Override
  public Optional<Trust> load() {
    return memory.load();
  }

  @Override
  public void save(Trust trust) {
    if (memory.load().isEmpty()) {
      notices.accept(
          "The ledger is seen from here for the first time. It begins with the key %s, which is trusted from now on (%s). Compare it with what those who run the ledger say."
              .formatted(trust.anchor(), memory.location()));
    }
    memory.save(trust);
  }

  @Override
  public String location() {
    return memory.location();
  }
}
