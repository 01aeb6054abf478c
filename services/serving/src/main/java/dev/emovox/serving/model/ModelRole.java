package dev.emovox.serving.model;

import java.util.Locale;

/** What part a served model has. */
public enum ModelRole {
  /** Answers everybody but those whom the challenger answers. */
  CHAMPION,
  /** Is tried beside the champion: answers some callers, or is only compared with it. */
  CHALLENGER;

  /** The role as documents and metrics have it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
