package dev.emovox.embedding.map;

import java.util.List;
import java.util.Locale;

/** What the colours of a map tell. */
public enum Colouring {
  EMOTION("Emotion"),
  CORPUS("Corpus"),
  SPEAKER("Speaker");

  private final String title;

  Colouring(String title) {
    this.title = title;
  }

  /** For people. */
  public String title() {
    return title;
  }

  /** For names of files and keys. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The class of each clip; one that is not known is a class of its own. */
  public List<String> classes(List<ClipLabels> clips) {
    return clips.stream()
        .map(this::label)
        .map(name -> name == null || name.isEmpty() ? "unknown" : name)
        .toList();
  }

  private String label(ClipLabels clip) {
    return switch (this) {
      case EMOTION -> clip.emotion();
      case CORPUS -> clip.corpus();
      case SPEAKER -> clip.speaker();
    };
  }
}
