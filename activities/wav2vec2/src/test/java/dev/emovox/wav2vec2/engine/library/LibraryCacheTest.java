package dev.emovox.wav2vec2.engine.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.domain.InvalidInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryCacheTest {
  private static final LibraryChoice CHOICE =
      new LibraryChoice(Optional.empty(), "2.7.1", "cpu", List.of(), "");

  @TempDir Path folder;
  private final List<String> messages = new ArrayList<>();
  private FakeResources resources;
  private Path cached;

  @BeforeEach
  void bringAlongALibrary() throws IOException {
    resources = new FakeResources(Files.createDirectory(folder.resolve("resources")));
    resources.nativeInterfaces("2.7.1-0.35.1", "cpu");
    resources.bundle("2.7.1-20250812", FakeResources.PLATFORM);
    cached = folder.resolve("cache/pytorch/2.7.1-20250812-cpu-" + FakeResources.PLATFORM);
  }

  @Test
  void unpacksUnderALockAndOnlyOnce() {
    Path lock = folder.resolve("cache/unpacking.lock");
    cache().load(CHOICE, this::unpack);
    assertThat(lock).exists();
    delete(lock);
    cache().load(CHOICE, () -> assertThat(lock).doesNotExist());
  }

  @Test
  void removesAFileThatWasCutShort() throws IOException {
    cache().load(CHOICE, this::unpack);
    Files.writeString(cached.resolve("libtorch.so"), "tor");
    cache().load(CHOICE, () -> assertThat(cached).doesNotExist());
  }

  @Test
  void removesWhatAKilledProcessHasLeft() throws IOException {
    Path left = Files.createDirectories(folder.resolve("cache/pytorch/tmp123"));
    Files.writeString(left.resolve("libtorch.so"), "half");
    cache().load(CHOICE, this::unpack);
    assertThat(left).doesNotExist();
  }

  @Test
  void leavesTheFolderOfOtherProgramsAlone() throws IOException {
    Path foreign = Files.createDirectories(folder.resolve("cache/pytorch/tmp123"));
    new LibraryCache(folder.resolve("cache"), false, resources.open(), messages::add)
        .load(CHOICE, this::unpack);
    assertThat(foreign).exists();
  }

  @Test
  void saysThatItCannotWrite() throws IOException {
    Files.writeString(folder.resolve("cache"), "a file");
    assertThatThrownBy(() -> cache().load(CHOICE, this::unpack))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("EMOVOX_LIBTORCH_DIR");
  }

  @Test
  void placesAnInterfaceThatWasBuiltForAnotherLibtorch() throws IOException {
    Path built = Files.writeString(folder.resolve("libdjl_torch.so"), "built for 2.11");
    NativeResources other = resources.open(Optional.of(new BuiltInterface(built, "2.11.0")));
    LibraryChoice choice =
        new LibraryChoice(Optional.of(folder), other.version(), "cu128", List.of(), "");
    new LibraryCache(folder.resolve("cache"), true, other, messages::add)
        .load(choice, () -> messages.add("loaded"));
    assertThat(folder.resolve("cache/pytorch/2.11.0-cu128-" + FakeResources.PLATFORM))
        .isDirectoryContaining(file -> file.getFileName().toString().startsWith("0.35.1-"));
    assertThat(messages).containsExactly("loaded");
  }

  @Test
  void honoursTheVariablesOfTheLoader() {
    Map<String, String> both = Map.of("DJL_CACHE_DIR", "/one", "ENGINE_CACHE_DIR", "/two");
    assertThat(LibraryCache.of(both, folder, messages::add).folder()).isEqualTo(Path.of("/two"));
    assertThat(LibraryCache.of(Map.of(), folder, messages::add).folder()).isEqualTo(folder);
  }

  private LibraryCache cache() {
    return new LibraryCache(folder.resolve("cache"), true, resources.open(), messages::add);
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What DJL would do. */
  private void unpack() {
    try {
      Files.createDirectories(cached);
      Files.writeString(cached.resolve("libc10.so"), "core");
      Files.writeString(cached.resolve("libtorch.so"), "torch");
      Files.writeString(
          cached.resolve("0.35.1-" + System.mapLibraryName("djl_torch")), "interface");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
