package dev.emovox.report.data;

import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.LabelSet;
import java.util.List;

/**
 * What a run learnt from and was tested on.
 *
 * @param clips rows of the manifest
 * @param rejects files that were turned away, each with a reason in the table of rejects
 * @param labels the classes
 * @param corpora in alphabetical order
 * @param manifest the table of clips
 */
public record SpeechFacts(
    int clips, int rejects, LabelSet labels, List<CorpusFacts> corpora, ArtifactRef manifest) {}
