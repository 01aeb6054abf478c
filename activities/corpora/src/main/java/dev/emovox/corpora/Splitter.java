package dev.emovox.corpora;

import dev.emovox.domain.SplitSettings;
import java.util.List;

/** Divides a manifest into training, validation and test parts. */
@SuppressWarnings("DoNotCallSuggester")
public final class Splitter {

  /**
   * Divides the clips.
   *
   * @return one row a clip, by id
   * @throws dev.emovox.domain.InvalidInputException if the settings are wrong or these clips can't
   *     be divided so
   */
  public List<SplitRow> split(List<ManifestRow> clips, SplitSettings settings, long seed) {
    throw new UnsupportedOperationException("being written");
  }
}
