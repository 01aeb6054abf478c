package dev.emovox.adapters;

import dev.emovox.corpora.IgnoredFile;
import dev.emovox.corpora.IngestionResult;
import java.util.List;

/**
 * What ingestion saw beside clips and rejects; kept as a document.
 *
 * @param ignored files that are no clips
 * @param duplicates paths with the same content, a list for each content
 * @param warnings what a person should know
 */
record IngestionFindings(
    List<IgnoredFile> ignored, List<List<String>> duplicates, List<String> warnings) {

  static IngestionFindings of(IngestionResult result) {
    return new IngestionFindings(result.ignored(), result.duplicates(), result.warnings());
  }
}
