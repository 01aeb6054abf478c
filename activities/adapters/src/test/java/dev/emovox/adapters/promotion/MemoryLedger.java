package dev.emovox.adapters.promotion;

import dev.emovox.ledger.chain.EntryStore;
import dev.emovox.ledger.entry.Resource;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;

/** Entries in memory. */
final class MemoryLedger implements EntryStore {
  private final ConcurrentSkipListMap<Long, byte[]> entries = new ConcurrentSkipListMap<>();

  @Override
  public String location() {
    return "s3://memory/ledger/signed/";
  }

  @Override
  public boolean add(long number, byte[] entry) {
    return entries.putIfAbsent(number, entry) == null;
  }

  @Override
  public Optional<byte[]> read(long number) {
    return Optional.ofNullable(entries.get(number));
  }

  @Override
  public NavigableSet<Long> numbers() {
    return new TreeSet<>(entries.keySet());
  }

  @Override
  public List<Resource> unsignedEntries() {
    return List.of();
  }
}
