package dev.emovox.cli.benchmark.features;

import dev.emovox.audio.DecodeLimits;
import dev.emovox.audio.decode.AudioDecoder;
import dev.emovox.cli.benchmark.clips.EvenChoice;
import dev.emovox.corpora.ClipSink;
import dev.emovox.corpora.CorpusIngestion;
import dev.emovox.corpora.CorpusLibrary;
import dev.emovox.corpora.IngestionProgress;
import dev.emovox.corpora.ManifestRow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Finds the clips of known corpora.
 *
 * @param definitions {@code configs/corpora}
 */
public record ClipFiles(Path definitions) {

  /**
   * A clip.
   *
   * @param file where it is
   * @param emotion its class
   */
  public record Labelled(Path file, String emotion) {}

  /**
   * Files of clips, evenly from all, which are sorted by corpus and name.
   *
   * @param most no more than these
   * @throws dev.emovox.domain.InvalidInputException if there are none
   */
  public List<Path> find(List<Path> roots, Optional<Integer> most) {
    return labelled(roots, most).stream().map(Labelled::file).toList();
  }

  /** The same files with their classes. */
  public List<Labelled> labelled(List<Path> roots, Optional<Integer> most) {
    List<ManifestRow> rows =
        new CorpusIngestion(
                new CorpusLibrary(definitions).all(), new AudioDecoder(DecodeLimits.standard()))
            .ingest(roots, ClipSink.none(), IngestionProgress.none())
            .clips();
    return new EvenChoice(most)
        .of(rows).stream()
            .map(row -> new Labelled(file(roots, row.path()), row.emotion()))
            .toList();
  }

  /** Where two roots have the same path, the first counts, as it does in the manifest. */
  private static Path file(List<Path> roots, String path) {
    return roots.stream()
        .map(root -> root.resolve(path))
        .filter(Files::isRegularFile)
        .findFirst()
        .orElseThrow();
  }
}
