package dev.emovox.corpora;

import dev.emovox.corpora.files.FileKind;
import dev.emovox.corpora.files.FoundFile;
import dev.emovox.corpora.files.Parallel;
import dev.emovox.domain.Digest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

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

  /** Told of the content of files. */
  @FunctionalInterface
  public interface ContentVisitor {

    /**
     * A file that could be read.
     *
     * @param content SHA-256 of its bytes
     * @param bytes its size when it was found
     */
    void file(Digest content, long bytes);
  }

  /**
   * A digest over the path and the content of every file; the order of the roots counts.
   *
   * @throws dev.emovox.domain.InvalidInputException if a root does not exist
   */
  public Digest digest(List<Path> roots) {
    return digest(roots, (content, bytes) -> {});
  }

  /**
   * Like {@link #digest(List)}.
   *
   * @param visitor told of each file that could be read, by the calling thread
   */
  public Digest digest(List<Path> roots, ContentVisitor visitor) {
    LineDigest lines = new LineDigest();
    for (Path folder : roots) {
      DataRoot root = DataRoot.open(folder, corpora);
      lines.add("root " + String.join("/", root.skippedFolders()));
      List<FoundFile> files = root.files().stream().map(PlacedFile::found).toList();
      Parallel.each(
          files,
          Content::of,
          file -> {
            lines.add(file.line());
            file.digest().ifPresent(digest -> visitor.file(digest, file.found().bytes()));
          });
    }
    return lines.finish();
  }

  /**
   * What is in a file.
   *
   * @param found the file
   * @param digest of its bytes, if it has any that can be read
   */
  private record Content(FoundFile found, Optional<Digest> digest) {

    static Content of(FoundFile file) {
      try {
        return new Content(
            file,
            file.kind() == FileKind.REGULAR
                ? Optional.of(Digest.of(file.file()))
                : Optional.empty());
      } catch (IOException e) {
        return new Content(file, Optional.empty());
      }
    }

    String line() {
      String none = found.kind() == FileKind.REGULAR ? "unreadable" : "-";
      String content = digest.map(Digest::toString).orElse(none);
      return "%s %s %s".formatted(found.kind(), content, found.path());
    }
  }
}
