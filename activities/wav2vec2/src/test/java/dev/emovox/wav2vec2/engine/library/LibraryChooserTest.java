package dev.emovox.wav2vec2.engine.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.WorkFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryChooserTest {
  private static final NvidiaDriver CARD =
      new NvidiaDriver(
          true, "12.8", List.of(new GraphicsCard(0, "NVIDIA H200", 150_000_000_000L, "9.0")), "");

  @TempDir Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private FakeResources resources;
  private NvidiaDriver driver = CARD;

  @BeforeEach
  void bringAlongALibrary() throws IOException {
    resources = new FakeResources(Files.createDirectory(folder.resolve("resources")));
    resources.nativeInterfaces("2.7.1-0.35.1", "cpu", "cu128");
    resources.bundle("2.7.1-20250812", FakeResources.PLATFORM);
  }

  @Test
  void takesWhatComesAlongForTheProcessor() {
    LibraryChoice choice = choose(false);
    assertThat(choice.folder()).isEmpty();
    assertThat(choice.flavor()).isEqualTo("cpu");
    assertThat(choice.cards()).isEmpty();
  }

  @Test
  void takesTheInstalledOneForAGraphicsCard() throws IOException {
    Path installed = library(folder.resolve("cuda"), "2.7.1+cu126", true);
    LibraryChoice choice = choose(true);
    assertThat(choice.folder()).contains(installed);
    assertThat(choice.flavor()).isEqualTo("cu128");
    assertThat(choice.cards()).isEqualTo(CARD.cards());
    assertThat(choice.reason()).contains("up --gpu");
  }

  @Test
  void theProcessorDoesNotNeedTheInstalledOne() throws IOException {
    library(folder.resolve("cuda"), "2.7.1+cu126", true);
    assertThat(choose(false).folder()).isEmpty();
  }

  @Test
  void saysHowToInstallOne() {
    assertRefused(true, "./emovox up --gpu");
  }

  @Test
  void takesWhatTheUserNames() throws IOException {
    Path mine = name(library(folder.resolve("mine"), "2.7.1+cu128", true));
    assertThat(choose(false).folder()).contains(mine);
    assertThat(choose(true).folder()).contains(mine);
    assertThat(choose(true).reason()).contains("PYTORCH_LIBRARY_PATH");
  }

  @Test
  void aLibraryWithCudaRunsOnTheProcessorWithoutADriver() throws IOException {
    name(library(folder.resolve("mine"), "2.7.1+cu128", true));
    driver = NvidiaDriver.none();
    assertThat(choose(false).flavor()).isEqualTo("cpu");
  }

  @Test
  void refusesAnotherVersion() throws IOException {
    name(library(folder.resolve("mine"), "2.13.0", true));
    assertRefused(false, "2.13.0");
    environment.put("PYTORCH_VERSION", "2.7.1"); // files are believed more
    assertRefused(false, "2.13.0");
  }

  @Test
  void asksForAVersionThatNoFileTells() throws IOException {
    Path mine = name(library(folder.resolve("mine"), "2.7.1", false));
    Files.delete(mine.resolveSibling("version.py"));
    assertRefused(false, "PYTORCH_VERSION=2.7.1");
    environment.put("PYTORCH_VERSION", "2.7.1");
    assertThat(choose(false).folder()).contains(mine);
  }

  @Test
  void refusesVariablesThatWouldMisleadTheLoader() {
    environment.put("PYTORCH_VERSION", "2.5.1");
    assertRefused(false, "PYTORCH_VERSION is 2.5.1");
  }

  @Test
  void refusesAFlavorThatThereIsNot() throws IOException {
    name(library(folder.resolve("mine"), "2.7.1", false));
    environment.put("PYTORCH_FLAVOR", "cpu-precxx11");
    assertRefused(false, "PYTORCH_FLAVOR");
  }

  @Test
  void refusesAFolderWithoutALibrary() {
    environment.put("PYTORCH_LIBRARY_PATH", folder.toString());
    assertRefused(false, folder.toString());
  }

  @Test
  void refusesALibraryWithoutCudaForAGraphicsCard() throws IOException {
    name(library(folder.resolve("mine"), "2.7.1+cpu", false));
    assertRefused(true, "without CUDA");
  }

  @Test
  void refusesAGraphicsCardThatIsNotThere() throws IOException {
    library(folder.resolve("cuda"), "2.7.1+cu126", true);
    driver = NvidiaDriver.none();
    assertRefused(true, "there is no NVIDIA driver");
    driver = NvidiaDriver.unusable("the NVIDIA driver sees no card");
    assertRefused(true, "sees no card");
    driver = new NvidiaDriver(true, "11.4", CARD.cards(), "");
    assertRefused(true, "supports CUDA 11.4");
  }

  @Test
  void saysThatAPlatformHasNoLibrary() throws IOException {
    resources.bundle("2.7.1-20250812", "osx-aarch64");
    assertThatThrownBy(() -> choose(false))
        .isInstanceOf(WorkFailedException.class)
        .hasMessageContaining(FakeResources.PLATFORM);
  }

  @Test
  void takesTheVersionThatAnInterfaceWasBuiltFor() throws IOException {
    Path built = Files.writeString(folder.resolve(System.mapLibraryName("djl_torch")), "built");
    Files.writeString(folder.resolve("torch-version"), "2.11.0\n");
    environment.put("EMOVOX_LIBTORCH_INTERFACE", folder.toString());
    assertRefused(false, "PYTORCH_LIBRARY_PATH");
    name(library(folder.resolve("mine"), "2.11.0+cu130", true));
    assertThat(choose(true).version()).isEqualTo("2.11.0");
    Files.delete(built);
    assertRefused(true, "EMOVOX_LIBTORCH_INTERFACE");
  }

  private LibraryChoice choose(boolean cuda) {
    return new LibraryChooser(environment, folder, resources(), () -> driver).choose(cuda);
  }

  private NativeResources resources() {
    return resources.open(BuiltInterface.named(environment));
  }

  private void assertRefused(boolean cuda, String because) {
    assertThatThrownBy(() -> choose(cuda))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(because);
  }

  private Path name(Path library) {
    environment.put("PYTORCH_LIBRARY_PATH", library.toString());
    return library;
  }

  private static Path library(Path packages, String version, boolean cuda) throws IOException {
    Path library = Files.createDirectories(packages.resolve("torch/lib"));
    Files.createFile(library.resolve(System.mapLibraryName("torch")));
    if (cuda) {
      Files.createFile(library.resolve(System.mapLibraryName("torch_cuda")));
    }
    Files.writeString(library.resolveSibling("version.py"), "__version__ = '" + version + "'\n");
    return library;
  }
}
