package dev.emovox.local;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.local.home.Home;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Prints the logs of a home. */
final class LogPrinter {
  private static final String SUFFIX = ".log";
  private static final long PAUSE_MILLIS = 200;

  private final Home home;
  private final PrintStream out;

  LogPrinter(Home home, PrintStream out) {
    this.home = home;
    this.out = out;
  }

  /** Prints what there is, and if asked what is added, until the thread is interrupted. */
  void print(String name, boolean follow) {
    List<String> names = names();
    if (!names.contains(name)) {
      throw new InvalidInputException(
          "There is no log of `%s` in %s. %s"
              .formatted(
                  name,
                  home.logs(),
                  names.isEmpty()
                      ? "Nothing was started here yet: `./emovox up`."
                      : "There are: " + String.join(", ", names) + "."));
    }
    try {
      copy(home.log(name), follow);
    } catch (IOException e) {
      throw new UncheckedIOException("can't read " + home.log(name), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void copy(Path log, boolean follow) throws IOException, InterruptedException {
    long printed = 0;
    do {
      long size = Files.exists(log) ? Files.size(log) : 0;
      if (size < printed) {
        printed = 0; // a new file: the old one had grown too large
      }
      printed += copyFrom(log, printed);
      out.flush();
      if (follow) {
        Thread.sleep(PAUSE_MILLIS);
      }
    } while (follow && !out.checkError());
  }

  private long copyFrom(Path log, long position) throws IOException {
    if (!Files.exists(log)) {
      return 0;
    }
    try (InputStream in = Files.newInputStream(log)) {
      in.skipNBytes(position);
      return in.transferTo(out);
    }
  }

  private List<String> names() {
    if (!Files.isDirectory(home.logs())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(home.logs())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(SUFFIX))
          .map(file -> file.substring(0, file.length() - SUFFIX.length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("can't list " + home.logs(), e);
    }
  }
}
