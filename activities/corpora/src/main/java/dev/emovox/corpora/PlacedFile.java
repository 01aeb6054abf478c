package dev.emovox.corpora;

import dev.emovox.corpora.files.FoundFile;
import java.util.Comparator;
import java.util.Optional;

/**
 * A file of a data root.
 *
 * @param found the file
 * @param placement where in the root it lies
 * @param corpus the corpus whose folder it is in
 * @param pathInCorpus its path below the corpus' folder, or below the root where there is none
 */
record PlacedFile(
    FoundFile found, Placement placement, Optional<CorpusDefinition> corpus, String pathInCorpus) {
  static final Comparator<PlacedFile> BY_PATH = Comparator.comparing(file -> file.found().path());
}
