package dev.emovox.report.collect;

import dev.emovox.evaluation.ScoredClip;
import dev.emovox.report.data.ModelResult;
import java.util.List;

/**
 * A model's result with what it said about each test clip.
 *
 * @param result the scores
 * @param clips its predictions; empty if they can't be read
 */
record TestedModel(ModelResult result, List<ScoredClip> clips) {}
