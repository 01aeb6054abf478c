package dev.emovox.corpora;

import java.util.List;

/**
 * What ingestion found. Every list is sorted, so that the same files give the same result.
 *
 * @param clips the manifest, by id
 * @param rejects what was turned away, by path
 * @param ignored what is no clip, by path
 * @param duplicates paths of files with the same bytes or the same sound, a list for each sound;
 *     rejected ones included
 * @param counts one for each corpus that was found, by name
 * @param warnings what a person should know, one sentence each
 */
public record IngestionResult(
    List<ManifestRow> clips,
    List<Reject> rejects,
    List<IgnoredFile> ignored,
    List<List<String>> duplicates,
    List<CorpusCount> counts,
    List<String> warnings) {}
