package dev.emovox.report.data;

import dev.emovox.domain.SplitPart;
import dev.emovox.domain.SplitSettings;
import java.util.Map;

/**
 * A split, and who speaks on which side of it.
 *
 * @param settings policy and shares
 * @param clips number of clips in each part; empty if it is not known
 * @param testSpeakers who speak in the test part; null if it is not known
 * @param knownTestSpeakers how many of them speak in the training or validation part too; null if
 *     it is not known
 */
public record SplitFacts(
    SplitSettings settings,
    Map<SplitPart, Integer> clips,
    Integer testSpeakers,
    Integer knownTestSpeakers) {

  /** What the split is called. */
  public String name() {
    return settings.name();
  }
}
