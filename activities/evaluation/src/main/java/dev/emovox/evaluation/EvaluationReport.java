package dev.emovox.evaluation;

import dev.emovox.domain.ClassScores;
import dev.emovox.domain.LabelSet;
import dev.emovox.domain.Scores;
import java.util.Map;

/**
 * How a model did on a set of clips.
 *
 * @param overall scores on all clips
 * @param perCorpus scores on each corpus' clips, in alphabetical order
 * @param perClass scores of each class of {@code labels}, in its order
 * @param confusion clips by true class (row) and predicted class (column), in the order of {@code
 *     labels}
 * @param labels the ordered classes
 */
@SuppressWarnings("ArrayRecordComponent") // written as JSON, never compared
public record EvaluationReport(
    Scores overall,
    Map<String, Scores> perCorpus,
    Map<String, ClassScores> perClass,
    int[][] confusion,
    LabelSet labels) {}
