package dev.emovox.artifacts;

import java.util.List;

/**
 * What a finished stage left behind.
 *
 * @param outputs its artefacts, in the stage's own order
 * @param summary a small JSON document beside them, for what callers need without opening an
 *     artefact; the text {@code null} if there is none
 */
public record CachedStep(List<CachedOutput> outputs, String summary) {

  public CachedStep {
    outputs = List.copyOf(outputs);
  }

  /** A step without a summary. */
  public static CachedStep of(List<CachedOutput> outputs) {
    return new CachedStep(outputs, "null");
  }
}
