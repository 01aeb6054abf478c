package dev.emovox.corpora;

import java.util.Map;
import java.util.Optional;

/**
 * What was found of a corpus, beside what its publisher says.
 *
 * @param corpus name of the corpus
 * @param clips rows of the manifest
 * @param rejects files turned away
 * @param official the publisher's counts, if the definition has them
 * @param speakers clips by speaker
 * @param emotions clips by emotion
 */
public record CorpusCount(
    String corpus,
    int clips,
    int rejects,
    Optional<OfficialCounts> official,
    Map<String, Integer> speakers,
    Map<String, Integer> emotions) {}
