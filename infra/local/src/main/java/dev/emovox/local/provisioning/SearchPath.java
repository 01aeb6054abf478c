package dev.emovox.local.provisioning;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folders in which a shell looks for programs.
 *
 * @param folders in order
 */
public record SearchPath(List<Path> folders) {
  public SearchPath {
    folders = List.copyOf(folders);
  }

  /** The folders of the variable {@code PATH}. */
  public static SearchPath of(Map<String, String> environment) {
    return new SearchPath(
        Pattern.compile(Pattern.quote(File.pathSeparator))
            .splitAsStream(environment.getOrDefault("PATH", ""))
            .flatMap(SearchPath::folder)
            .toList());
  }

  /** None for what can't name a folder: a shell skips it too. */
  private static Stream<Path> folder(String name) {
    try {
      return name.isEmpty() ? Stream.empty() : Stream.of(Path.of(name));
    } catch (InvalidPathException e) {
      return Stream.empty();
    }
  }

  /** The first executable file of that name. */
  public Optional<Path> find(String program) {
    return folders.stream()
        .map(folder -> folder.resolve(program).toAbsolutePath())
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst();
  }
}
