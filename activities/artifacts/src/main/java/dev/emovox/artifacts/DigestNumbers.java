package dev.emovox.artifacts;

import dev.emovox.domain.Digest;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Numbers digests from zero, in the order in which they come. Holds them in some 50 bytes each,
 * where a map of objects takes 200, so that the clips of a large corpus fit into memory.
 *
 * <p>Adding is for one thread; once that is over, several may look digests up.
 */
final class DigestNumbers {
  private static final int WORDS = 4;
  private static final int DIGITS = 16;
  private static final int HEX = 16;
  private static final int FIRST_SLOTS = 1024;

  private long[] words = new long[WORDS * FIRST_SLOTS / 2];

  /** One more than a number, or zero; at most half of the places are taken. */
  private int[] slots = new int[FIRST_SLOTS];

  private int size;

  /** The number of a digest, which is new or known. */
  int add(Digest digest) {
    int slot = slot(digest);
    if (slots[slot] == 0) {
      append(digest);
      slots[slot] = size;
      growSlots();
      return size - 1;
    }
    return slots[slot] - 1;
  }

  /** The number of a digest; -1 if it was not added. */
  int find(Digest digest) {
    return slots[slot(digest)] - 1;
  }

  /** How many digests there are. */
  int size() {
    return size;
  }

  /** The digest of a number. */
  Digest get(int number) {
    StringBuilder hex = new StringBuilder(WORDS * DIGITS);
    for (int word = 0; word < WORDS; word++) {
      hex.append(HexFormat.of().toHexDigits(words[WORDS * number + word]));
    }
    return new Digest(hex.toString());
  }

  private void append(Digest digest) {
    if (WORDS * size == words.length) {
      words = Arrays.copyOf(words, 2 * words.length);
    }
    for (int word = 0; word < WORDS; word++) {
      words[WORDS * size + word] = word(digest, word);
    }
    size++;
  }

  private static long word(Digest digest, int word) {
    return Long.parseUnsignedLong(digest.hex(), DIGITS * word, DIGITS * (word + 1), HEX);
  }

  /** Where a digest is, or where it would be. */
  private int slot(Digest digest) {
    int slot = place((int) word(digest, 0));
    while (slots[slot] != 0 && !equal(slots[slot] - 1, digest)) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private int place(int hash) {
    return hash & (slots.length - 1);
  }

  private boolean equal(int number, Digest digest) {
    for (int word = 0; word < WORDS; word++) {
      if (words[WORDS * number + word] != word(digest, word)) {
        return false;
      }
    }
    return true;
  }

  private void growSlots() {
    if (2 * size <= slots.length) {
      return;
    }
    slots = new int[2 * slots.length];
    for (int number = 0; number < size; number++) {
      int slot = place((int) words[WORDS * number]);
      while (slots[slot] != 0) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = number + 1;
    }
  }
}
