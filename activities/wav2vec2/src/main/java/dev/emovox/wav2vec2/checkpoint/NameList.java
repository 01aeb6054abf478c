package dev.emovox.wav2vec2.checkpoint;

import dev.emovox.wav2vec2.checkpoint.file.Quoted;
import java.util.Collection;
import java.util.stream.Collectors;

/** Names for an error message: the first twenty, and how many there are beyond. */
final class NameList {
  private static final int SHOWN = 20;

  private NameList() {}

  static String of(Collection<String> names) {
    String shown = names.stream().limit(SHOWN).map(Quoted::of).collect(Collectors.joining(", "));
    return names.size() <= SHOWN ? shown : shown + " and %d more".formatted(names.size() - SHOWN);
  }
}
