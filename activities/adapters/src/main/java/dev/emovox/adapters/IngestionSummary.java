package dev.emovox.adapters;

import dev.emovox.contracts.IngestionOutcome;
import dev.emovox.contracts.StageResult;
import dev.emovox.corpora.IngestionResult;
import dev.emovox.corpora.ManifestRow;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.LabelSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The numbers of an ingestion, remembered beside its artefacts.
 *
 * @param clips rows of the manifest
 * @param rejects files turned away
 * @param labels classes that occur
 * @param clipsPerCorpus rows of the manifest by corpus
 * @param warnings what a person should know
 */
record IngestionSummary(
    int clips,
    int rejects,
    LabelSet labels,
    Map<String, Integer> clipsPerCorpus,
    List<String> warnings) {
  private static final int MOST_WARNINGS = 50;

  /**
   * The numbers of a result.
   *
   * @throws InvalidInputException if there is nothing to tell apart: fewer than two classes
   */
  static IngestionSummary of(IngestionResult result) {
    LabelSet labels = LabelSet.sorted(result.clips().stream().map(ManifestRow::emotion).toList());
    if (labels.size() < 2) {
      throw new InvalidInputException(
          ("The folders hold %d usable clips of %d emotions %s; a classifier needs two emotions. %d"
                  + " files were rejected: run 'emovox corpora check' on the folders to see why.")
              .formatted(
                  result.clips().size(), labels.size(), labels.labels(), result.rejects().size()));
    }
    Map<String, Integer> perCorpus = new TreeMap<>();
    result.clips().forEach(clip -> perCorpus.merge(clip.corpus(), 1, Integer::sum));
    return new IngestionSummary(
        result.clips().size(),
        result.rejects().size(),
        labels,
        perCorpus,
        firstWarnings(result.warnings()));
  }

  /** Workflow history has no room for a warning on every file; all are in the findings. */
  private static List<String> firstWarnings(List<String> warnings) {
    return warnings.subList(0, Math.min(MOST_WARNINGS, warnings.size()));
  }

  IngestionOutcome outcome(StageResult stage) {
    return new IngestionOutcome(stage, clips, rejects, labels, clipsPerCorpus, warnings);
  }
}
