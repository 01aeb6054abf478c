package dev.emovox.contracts;

import dev.emovox.domain.SplitPart;
import java.util.Map;

/**
 * How the clips were divided.
 *
 * @param stage output {@code split} (Parquet)
 * @param clips number of clips in each part
 */
public record SplitOutcome(StageResult stage, Map<SplitPart, Integer> clips) {}
