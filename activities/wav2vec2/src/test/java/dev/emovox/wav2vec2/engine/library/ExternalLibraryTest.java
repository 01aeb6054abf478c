package dev.emovox.wav2vec2.engine.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExternalLibraryTest {
  @TempDir Path folder;

  @Test
  void readsTheVersionOfAPythonPackage() throws IOException {
    Path library = library("torch/lib");
    Files.writeString(
        folder.resolve("torch/version.py"),
        "from typing import Optional\n__version__ = '2.7.1+cu126'\ndebug = False\n");
    assertThat(new ExternalLibrary(library).version()).contains("2.7.1");
  }

  @Test
  void readsTheVersionOfAnArchive() throws IOException {
    Path library = library("libtorch/lib");
    Files.writeString(folder.resolve("libtorch/build-version"), "2.11.0+cpu\n");
    assertThat(new ExternalLibrary(library).version()).contains("2.11.0");
  }

  @Test
  void readsTheVersionOfWhatWasUnpacked() throws IOException {
    assertThat(new ExternalLibrary(library("2.7.1-20250812-cpu-linux-x86_64")).version())
        .contains("2.7.1");
  }

  @Test
  void guessesNoVersion() throws IOException {
    Path library = library("torch/lib");
    assertThat(new ExternalLibrary(library).version()).isEmpty();
    Files.writeString(folder.resolve("torch/version.py"), "x".repeat(200_000));
    assertThat(new ExternalLibrary(library).version()).isEmpty();
  }

  @Test
  void findsTheFirstFolderOrFileThatIsOne() throws IOException {
    Path library = library("torch/lib");
    String file = library.resolve(System.mapLibraryName("torch")).toString();
    assertThat(ExternalLibrary.find(folder + File.pathSeparator + library))
        .contains(new ExternalLibrary(library));
    assertThat(ExternalLibrary.find(file)).contains(new ExternalLibrary(library));
    assertThat(ExternalLibrary.find(folder.toString())).isEmpty();
    assertThat(ExternalLibrary.find("")).isEmpty();
  }

  private Path library(String name) throws IOException {
    Path library = Files.createDirectories(folder.resolve(name));
    Files.createFile(library.resolve(System.mapLibraryName("torch")));
    return library;
  }
}
