package dev.emovox.cli.prediction;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Work that is done with files, one after the other; what is wrong with one is its result and does
 * not stop the others.
 *
 * @param <T> what comes of a file
 * @param work done with each
 */
public record EachFile<T>(Function<Path, T> work) {

  /**
   * What came of every file, in order.
   *
   * @param each told of every result as soon as it is there
   */
  public List<T> of(List<Path> files, Consumer<? super T> each) {
    List<T> results = new ArrayList<>(files.size());
    for (Path file : files) {
      T result = work.apply(file);
      each.accept(result);
      results.add(result);
    }
    return results;
  }
}
