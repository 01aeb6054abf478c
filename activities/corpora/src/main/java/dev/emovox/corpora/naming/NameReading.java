package dev.emovox.corpora.naming;

/** What came of reading a file name. */
public sealed interface NameReading {

  /**
   * The name is one of the corpus and is understood.
   *
   * @param name what it says
   */
  record Named(ClipName name) implements NameReading {}

  /**
   * The file belongs to the corpus and is left out on purpose.
   *
   * @param reason why
   */
  record Excluded(String reason) implements NameReading {}

  /**
   * The name follows the corpus' pattern with a code that no table knows.
   *
   * @param detail which code of which field
   */
  record UnknownLabel(String detail) implements NameReading {}

  /** The name is none of the corpus. */
  record Unmatched() implements NameReading {}
}
