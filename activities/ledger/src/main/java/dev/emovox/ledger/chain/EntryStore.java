package dev.emovox.ledger.chain;

import dev.emovox.ledger.entry.Resource;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;

/**
 * Where entries lie, each under its number, which is written once. What it gives may be anything:
 * nothing is believed before it is inspected.
 *
 * <p>Every method throws {@link dev.emovox.domain.ServerUnavailableException} if the store can't be
 * reached.
 */
public interface EntryStore {

  /** What to call this place in messages. */
  String location();

  /**
   * Writes a number that is free.
   *
   * @return false if it is not: of several writers at once, all but one are told so
   */
  boolean add(long number, byte[] entry);

  /**
   * The bytes that lie under a number; nothing if it is free. Of more than {@link
   * dev.emovox.ledger.entry.SignedEntry#LARGEST} bytes, so many and at least one more.
   */
  Optional<byte[]> read(long number);

  /** The numbers that are taken. */
  NavigableSet<Long> numbers();

  /** What lies there unsigned from before there was a ledger, by name. */
  List<Resource> unsignedEntries();
}
