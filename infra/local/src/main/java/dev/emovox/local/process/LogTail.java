package dev.emovox.local.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The end of a log file, for error messages. */
public final class LogTail {
  private static final int MOST_BYTES = 64 * 1024;

  private LogTail() {}

  /** The last lines, at most {@code count}; empty when the file can't be read. */
  public static List<String> lines(Path log, int count) {
    if (!Files.isReadable(log)) {
      return List.of();
    }
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      long start = Math.max(0, file.length() - MOST_BYTES);
      byte[] content = new byte[(int) (file.length() - start)];
      file.seek(start);
      file.readFully(content);
      List<String> lines = new String(content, StandardCharsets.UTF_8).lines().toList();
      return lines.subList(Math.max(0, lines.size() - count), lines.size());
    } catch (IOException e) {
      return List.of();
    }
  }
}
