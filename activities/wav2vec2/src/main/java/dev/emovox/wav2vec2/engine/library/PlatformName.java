package dev.emovox.wav2vec2.engine.library;

import java.util.Locale;

/** What native libraries are named by, such as {@code linux-x86_64}. */
final class PlatformName {
  private PlatformName() {}

  /** This machine's. */
  static String ofThisMachine() {
    return of(System.getProperty("os.name"), System.getProperty("os.arch"));
  }

  static String of(String system, String processor) {
    String name = system.toLowerCase(Locale.ROOT);
    String prefix = name.startsWith("mac") ? "osx" : name.startsWith("win") ? "win" : name;
    return prefix + "-" + (processor.equals("amd64") ? "x86_64" : processor);
  }
}
