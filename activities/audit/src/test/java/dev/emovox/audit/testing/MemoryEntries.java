package dev.emovox.audit.testing;

import dev.emovox.ledger.chain.EntryStore;
import dev.emovox.ledger.entry.Resource;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Entries of a ledger in memory, where anybody may do anything with them. */
public final class MemoryEntries implements EntryStore {
  private final TreeMap<Long, byte[]> entries = new TreeMap<>();

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

  /** Takes an entry away. */
  public void remove(long number) {
    entries.remove(number);
  }

  /** Puts other bytes under a number. */
  public void replace(long number, byte[] content) {
    entries.put(number, content);
  }

  /** Puts two entries in each other's place. */
  public void swap(long one, long other) {
    byte[] kept = entries.put(one, entries.get(other));
    entries.put(other, kept);
  }
}
