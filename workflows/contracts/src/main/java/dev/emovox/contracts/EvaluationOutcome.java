package dev.emovox.contracts;

import dev.emovox.domain.ClassScores;
import dev.emovox.domain.Scores;
import java.util.Map;

/**
 * How a model did on its test part.
 *
 * @param stage outputs {@code predictions} (Parquet), {@code report} (JSON), {@code
 *     confusion-matrix} and {@code class-distribution} (SVG)
 * @param overall scores on the whole test part
 * @param perCorpus scores by corpus
 * @param perClass scores by class
 */
public record EvaluationOutcome(
    StageResult stage,
    Scores overall,
    Map<String, Scores> perCorpus,
    Map<String, ClassScores> perClass) {}
