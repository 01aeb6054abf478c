package dev.emovox.ledger.testing;

import dev.emovox.ledger.chain.Trust;
import dev.emovox.ledger.chain.TrustStore;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** A machine's memory that is gone with the test. */
public final class MemoryTrust implements TrustStore {
  private final AtomicReference<Trust> trust = new AtomicReference<>();

  @Override
  public Optional<Trust> load() {
    return Optional.ofNullable(trust.get());
  }

  @Override
  public void save(Trust seen) {
    trust.set(seen);
  }

  @Override
  public String location() {
    return "trust-memory.json";
  }
}
