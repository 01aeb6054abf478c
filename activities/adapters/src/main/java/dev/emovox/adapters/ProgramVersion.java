package dev.emovox.adapters;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The version of this program, as the build wrote it. */
public final class ProgramVersion {
  private ProgramVersion() {}

  /** For example {@code 0.1.0}. */
  public static String current() {
    try (InputStream in = ProgramVersion.class.getResourceAsStream("version.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("reading version.txt of the program", e);
    }
  }
}
