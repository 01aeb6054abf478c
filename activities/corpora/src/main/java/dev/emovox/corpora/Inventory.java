package dev.emovox.corpora;

import dev.emovox.corpora.files.FileKind;
import dev.emovox.corpora.files.FoundFile;
import dev.emovox.corpora.files.Parallel;
import dev.emovox.domain.Digest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A digest of what lies below data roots, without decoding any of it. Two inventories with the same
 * digest give the same ingestion, wherever the roots are.
 *
 * <p>Safe for use by several threads.
 */
public final class Inventory {
  private final List<CorpusDefinition> corpora;

  /** Looks at everything below the roots. */
  public Inventory() {
    this(List.of());
  }

  /**
   * Looks at what an ingestion of these corpora would look at, which is less where a root has
   * folders of corpora beside others.
   */
  public Inventory(List<CorpusDefinition> corpora) {
    this.corpora = List.copyOf(corpora);
  }

  /**
   * A digest over the path and the content of every file; the order of the roots counts.
   *
   * @throws dev.emovox.domain.InvalidInputException if a root does not exist
   */
  public Digest digest(List<Path> roots) {
    List<String> lines = new ArrayList<>();
    for (Path folder : roots) {
      DataRoot root = DataRoot.open(folder, corpora);
      lines.add("root " + String.join("/", root.skippedFolders()));
      List<FoundFile> files = root.files().stream().map(PlacedFile::found).toList();
      lines.addAll(Parallel.map(files, Inventory::line, done -> {}));
    }
    return Digest.of(String.join("\n", lines));
  }

  private static String line(FoundFile file) {
    return "%s %s %s".formatted(file.kind(), content(file), file.path());
  }

  private static String content(FoundFile file) {
    try {
      return file.kind() == FileKind.REGULAR ? Digest.of(file.file()).toString() : "-";
    } catch (IOException e) {
      return "unreadable";
    }
  }
}
