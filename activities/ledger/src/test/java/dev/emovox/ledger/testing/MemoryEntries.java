package dev.emovox.ledger.testing;

import dev.emovox.ledger.chain.EntryStore;
import dev.emovox.ledger.entry.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;

/** Entries in memory, with hands that do what writers never do. */
public final class MemoryEntries implements EntryStore {
  private final ConcurrentSkipListMap<Long, byte[]> entries = new ConcurrentSkipListMap<>();
  private final List<Resource> unsigned = new ArrayList<>();
  private boolean losesAnswer;

  @Override
  public String location() {
    return "s3://memory/ledger/signed/";
  }

  @Override
  public boolean add(long number, byte[] entry) {
    boolean added = entries.putIfAbsent(number, entry) == null;
    return added && !losesAnswer;
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
    return List.copyOf(unsigned);
  }

  /** Writes are carried out and answered as if another writer had been first. */
  public void loseAnswers() {
    losesAnswer = true;
  }

  public List<Resource> unsigned() {
    return unsigned;
  }

  public void replace(long number, byte[] content) {
    entries.put(number, content);
  }

  public void remove(long number) {
    entries.remove(number);
  }

  public MemoryEntries copy() {
    MemoryEntries copy = new MemoryEntries();
    copy.entries.putAll(entries);
    copy.unsigned.addAll(unsigned);
    return copy;
  }
}
