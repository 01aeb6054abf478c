package dev.emovox.contracts;

import java.util.List;

/**
 * What to ingest.
 *
 * @param directories absolute folders with speech
 * @param corpora definitions of the corpora to look for
 */
public record IngestionRequest(List<String> directories, List<CorpusSource> corpora) {}
