package dev.emovox.corpora;

import dev.emovox.domain.SplitSettings;
import java.util.List;

/** Looks for what must not be on two sides of a split. */
@SuppressWarnings("DoNotCallSuggester")
public final class LeakageCheck {
  private LeakageCheck() {}

  /**
   * Verifies a split, whoever made it.
   *
   * @throws dev.emovox.domain.WorkFailedException with the evidence, if a clip is in no part or in
   *     two, a duplicate crosses parts, or a speaker does in a speaker-disjoint split
   */
  public static void verify(List<ManifestRow> clips, List<SplitRow> split, SplitSettings settings) {
    throw new UnsupportedOperationException("being written");
  }
}
