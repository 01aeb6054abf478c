package dev.emovox.evaluation;

import java.util.Map;

/** How many clips each class has, by corpus, as an SVG picture. */
public final class ClassDistributionPicture {
  private ClassDistributionPicture() {}

  /**
   * An SVG document; equal counts give equal text.
   *
   * @param perCorpusPerClass clips by corpus, then class
   */
  public static String svg(Map<String, Map<String, Integer>> perCorpusPerClass) {
    return pending();
  }

  @SuppressWarnings("TypeParameterUnusedInFormals")
  private static <R> R pending() {
    throw new UnsupportedOperationException("not written yet");
  }
}
