package dev.emovox.adapters.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {
  private static final int TAKEN = 3;

  @Test
  void oneAtATimeHasIt(@TempDir Path folder) {
    FolderLock lock = new FolderLock(folder.resolve("lock"));
    try (FolderLock.Held held = lock.attempt().orElseThrow()) {
      assertThat(held).isNotNull();
      assertThat(lock.attempt()).isEmpty();
    }
    Optional<FolderLock.Held> again = lock.attempt();
    assertThat(again).isPresent();
    again.get().close();
  }

  @Test
  void askingInTheSameProcessTakesItFromNobody(@TempDir Path folder) throws Exception {
    FolderLock lock = new FolderLock(folder.resolve("lock"));
    try (FolderLock.Held held = lock.attempt().orElseThrow()) {
      assertThat(held).isNotNull();
      assertThat(lock.attempt()).isEmpty();
      assertThat(exitOfAnotherProcess(lock)).isEqualTo(TAKEN);
    }
    assertThat(exitOfAnotherProcess(lock)).isZero();
  }

  private static int exitOfAnotherProcess(FolderLock lock)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Asker.class.getName(),
                lock.file().toString())
            .inheritIO()
            .start();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return process.exitValue();
  }

  /** Another process, which tries to get the lock. */
  static final class Asker {
    private Asker() {}

    public static void main(String[] arguments) {
      boolean taken = new FolderLock(Path.of(arguments[0])).attempt().isEmpty();
      System.exit(taken ? TAKEN : 0);
    }
  }
}
