package dev.emovox.adapters.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.domain.WorkFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchFolderTest {
  @TempDir Path root;

  @Test
  void isGoneWhenItIsClosed() throws IOException {
    Path path;
    try (ScratchFolder scratch = ScratchFolder.in(new CacheFolder(root))) {
      path = scratch.path();
      Files.writeString(scratch.newFolder("a").resolve("file"), "content");
      assertThat(path).isDirectory();
    }
    assertThat(path).doesNotExist();
  }

  @Test
  void whatADeadProcessLeftGoesAndWhatOthersUseStays() throws IOException {
    Path abandoned = root.resolve("scratch/work-dead/checkpoint-1");
    Files.createDirectories(abandoned);
    Files.writeString(abandoned.resolve("weights"), "content");
    Files.createFile(root.resolve("scratch/work-dead.lock"));

    try (ScratchFolder one = ScratchFolder.in(new CacheFolder(root));
        ScratchFolder another = ScratchFolder.in(new CacheFolder(root))) {
      assertThat(root.resolve("scratch/work-dead")).doesNotExist();
      assertThat(root.resolve("scratch/work-dead.lock")).doesNotExist();
      assertThat(one.path()).isDirectory();
      assertThat(another.path()).isDirectory().isNotEqualTo(one.path());
    }
  }

  @Test
  void aDiskWithoutRoomIsNamedBeforeTheWorkBegins() {
    try (ScratchFolder scratch = ScratchFolder.in(new CacheFolder(root))) {
      scratch.requireRoom("Training", 1);
      assertThatThrownBy(() -> scratch.requireRoom("Training", Long.MAX_VALUE))
          .isInstanceOf(WorkFailedException.class)
          .hasMessageContaining("Training needs")
          .hasMessageContaining("EMOVOX_CACHE_DIR");
    }
  }
}
