package dev.emovox.ledger.chain;

import java.util.Optional;

/** This machine's memory of a ledger, kept apart from the ledger itself. */
public interface TrustStore {

  /** What is remembered; nothing before the ledger was first seen from here. */
  Optional<Trust> load();

  /** Remembers. */
  void save(Trust trust);

  /** What to call this memory in messages. */
  String location();
}
