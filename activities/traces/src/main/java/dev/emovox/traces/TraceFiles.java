package dev.emovox.traces;

import java.util.List;

/** Where tables of predictions lie, by folder and name. Implementations are safe for threads. */
public interface TraceFiles {

  /** Writes a file. */
  void put(String folder, String name, byte[] content);

  /** The names of the files in a folder, in order; none if there is no such folder. */
  List<String> names(String folder);

  /** The folders that have files, in order. */
  List<String> folders();

  /**
   * A file's content.
   *
   * @throws dev.emovox.domain.EmovoxException if it can't be read, or is gone
   */
  byte[] read(String folder, String name);

  /** Removes a file, if it is there. */
  void remove(String folder, String name);
}
