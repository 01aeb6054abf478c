package dev.emovox.corpora.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Lists everything below a folder. Links to folders are not followed, so that there are no loops;
 * links to files are, as long as they stay in the allowed folders.
 */
public final class FolderWalk extends SimpleFileVisitor<Path> {
  private final Path start;
  private final String prefix;
  private final List<Path> allowed;
  private final List<FoundFile> found = new ArrayList<>();

  private FolderWalk(Path start, String prefix, List<Path> allowed) {
    this.start = start;
    this.prefix = prefix;
    this.allowed = allowed;
  }

  /**
   * Lists a folder.
   *
   * @param start an existing folder
   * @param prefix what the paths found begin with: nothing, or the folder's name and {@code /}
   * @param allowed real paths of folders that links may lead into
   * @return sorted by path
   */
  public static List<FoundFile> list(Path start, String prefix, List<Path> allowed) {
    FolderWalk walk = new FolderWalk(start, prefix, allowed);
    try {
      Files.walkFileTree(start, walk);
    } catch (IOException e) {
      throw new UncheckedIOException("the visitor handles what can't be read", e);
    }
    walk.found.sort(Comparator.comparing(FoundFile::path));
    return List.copyOf(walk.found);
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    if (!folder.equals(start) && hidden(folder)) {
      add(folder, FileKind.HIDDEN, 0);
      return FileVisitResult.SKIP_SUBTREE;
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    if (hidden(file)) {
      add(file, FileKind.HIDDEN, 0);
    } else if (attributes.isSymbolicLink()) {
      addLink(file);
    } else {
      add(
          file,
          attributes.isRegularFile() ? FileKind.REGULAR : FileKind.SPECIAL,
          attributes.size());
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException problem) {
    add(file, FileKind.UNREADABLE, 0);
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path folder, IOException problem) {
    if (problem != null) {
      add(folder, FileKind.UNREADABLE, 0);
    }
    return FileVisitResult.CONTINUE;
  }

  private void addLink(Path link) {
    try {
      Path target = link.toRealPath();
      if (allowed.stream().noneMatch(target::startsWith)) {
        add(link, FileKind.LINK_OUTSIDE, 0);
      } else if (Files.isDirectory(target)) {
        add(link, FileKind.LINKED_FOLDER, 0);
      } else {
        boolean regular = Files.isRegularFile(target);
        add(link, regular ? FileKind.REGULAR : FileKind.SPECIAL, Files.size(target));
      }
    } catch (IOException e) {
      add(link, FileKind.UNREADABLE, 0);
    }
  }

  private void add(Path file, FileKind kind, long bytes) {
    found.add(
        new FoundFile(prefix + posix(file), file, kind, kind == FileKind.REGULAR ? bytes : 0));
  }

  private String posix(Path file) {
    return StreamSupport.stream(start.relativize(file).spliterator(), false)
        .map(Path::toString)
        .collect(Collectors.joining("/"));
  }

  private static boolean hidden(Path file) {
    return file.getFileName().toString().startsWith(".");
  }
}
