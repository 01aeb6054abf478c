package dev.emovox.contracts;

import dev.emovox.domain.LabelSet;
import java.util.List;
import java.util.Map;

/**
 * What ingestion found.
 *
 * @param stage outputs {@code manifest}, {@code rejects} (Parquet) and {@code counts} (JSON)
 * @param clips rows of the manifest
 * @param rejects files that were turned away, with reasons
 * @param labels the classes that occur, in alphabetical order
 * @param clipsPerCorpus rows of the manifest by corpus
 * @param warnings what a person should know, for example counts that differ from the official ones
 */
public record IngestionOutcome(
    StageResult stage,
    int clips,
    int rejects,
    LabelSet labels,
    Map<String, Integer> clipsPerCorpus,
    List<String> warnings) {}
