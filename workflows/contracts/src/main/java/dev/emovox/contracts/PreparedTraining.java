package dev.emovox.contracts;

import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.SplitPart;
import java.util.Map;

/**
 * What training needs, found and checked.
 *
 * @param stage output {@code training-clips} (Parquet)
 * @param checkpoint index of the imported checkpoint, or of the random one
 * @param architecture for example {@code wav2vec2}
 * @param parameters how many numbers the network has
 * @param clips number of clips in each part, after validation was drawn
 */
public record PreparedTraining(
    StageResult stage,
    ArtifactRef checkpoint,
    String architecture,
    long parameters,
    Map<SplitPart, Integer> clips) {}
