package dev.emovox.corpora;

import dev.emovox.corpora.files.FolderWalk;
import dev.emovox.domain.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder with speech. If some of its sub-folders have names of corpora, these are read and the
 * other sub-folders are not; otherwise everything below is read and names decide.
 */
final class DataRoot {
  private final Path root;
  private final List<CorpusFolder> corpusFolders = new ArrayList<>();
  private final List<String> otherFolders = new ArrayList<>();
  private final List<Path> looseFiles = new ArrayList<>();

  /**
   * A sub-folder that is a corpus'.
   *
   * @param name the folder's name
   * @param folder its real path
   * @param corpus whose it is
   */
  private record CorpusFolder(String name, Path folder, CorpusDefinition corpus) {}

  private DataRoot(Path root) {
    this.root = root;
  }

  /**
   * Looks at a folder.
   *
   * @throws InvalidInputException if there is no such folder or it can't be listed
   */
  static DataRoot open(Path folder, List<CorpusDefinition> corpora) {
    try {
      DataRoot root = new DataRoot(folder.toRealPath());
      try (Stream<Path> entries = Files.list(root.root)) {
        for (Path entry : entries.sorted().toList()) {
          root.sort(entry, corpora);
        }
      }
      return root;
    } catch (IOException e) {
      String what = Files.exists(folder) ? "is no folder that can be read" : "does not exist";
      throw new InvalidInputException(
          "The data folder " + folder + " " + what + "; give a folder with speech corpora.", e);
    }
  }

  private void sort(Path entry, List<CorpusDefinition> corpora) throws IOException {
    String name = entry.getFileName().toString();
    Optional<CorpusDefinition> owner =
        corpora.stream().filter(corpus -> corpus.isFolder(name)).findFirst();
    if (!Files.isDirectory(entry)) {
      looseFiles.add(entry);
    } else if (owner.isPresent()) {
      corpusFolders.add(new CorpusFolder(name, entry.toRealPath(), owner.get()));
    } else if (!name.startsWith(".")) {
      otherFolders.add(name);
    }
  }

  /** Sub-folders that were not read, because others have names of corpora. */
  List<String> skippedFolders() {
    return corpusFolders.isEmpty() ? List.of() : List.copyOf(otherFolders);
  }

  /** Everything there is to look at, sorted by path. */
  List<PlacedFile> files() {
    if (corpusFolders.isEmpty()) {
      return FolderWalk.list(root, "", List.of(root)).stream()
          .map(file -> new PlacedFile(file, Placement.ANYWHERE, Optional.empty(), file.path()))
          .toList();
    }
    List<PlacedFile> files = new ArrayList<>(filesBesideFolders());
    corpusFolders.forEach(folder -> files.addAll(files(folder)));
    return files.stream().sorted(PlacedFile.BY_PATH).toList();
  }

  private List<PlacedFile> files(CorpusFolder folder) {
    return FolderWalk.list(folder.folder(), folder.name() + "/", List.of(root, folder.folder()))
        .stream()
        .map(
            file ->
                new PlacedFile(
                    file,
                    Placement.CORPUS_FOLDER,
                    Optional.of(folder.corpus()),
                    file.path().substring(folder.name().length() + 1)))
        .toList();
  }

  private List<PlacedFile> filesBesideFolders() {
    List<PlacedFile> files = new ArrayList<>();
    for (Path loose : looseFiles) {
      FolderWalk.list(loose, loose.getFileName().toString(), List.of(root)).stream()
          .map(f -> new PlacedFile(f, Placement.BESIDE_FOLDERS, Optional.empty(), f.path()))
          .forEach(files::add);
    }
    return files;
  }
}
