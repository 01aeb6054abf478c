package dev.emovox.report.data;

import dev.emovox.contracts.RunState;
import dev.emovox.domain.Digest;
import dev.emovox.domain.SplitPart;
import java.util.List;
import java.util.Map;

/**
 * A network and how it was trained.
 *
 * @param name what it is called
 * @param split name of the split
 * @param status how far it came
 * @param architecture for example {@code wav2vec2}; null if it was never prepared
 * @param parameters how many numbers it has
 * @param checkpoint digest of the index of what it started from; null if it was never prepared
 * @param clips in each part, after validation was drawn
 * @param stages in their order
 */
public record NetworkResult(
    String name,
    String split,
    RunState status,
    String architecture,
    long parameters,
    Digest checkpoint,
    Map<SplitPart, Integer> clips,
    List<StageCurve> stages) {}
