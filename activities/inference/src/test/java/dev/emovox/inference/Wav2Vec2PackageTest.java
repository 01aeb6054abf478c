package dev.emovox.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.emovox.domain.Digest;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.LabelSet;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.inference.packaging.PackageDirectory;
import dev.emovox.inference.packaging.PackageFiles;
import dev.emovox.inference.packaging.PackageScratch;
import dev.emovox.inference.packaging.PackagedFile;
import dev.emovox.inference.packaging.Wav2Vec2Description;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Wav2Vec2PackageTest {
  private static final List<String> FILES =
      List.of("config.json", "model.safetensors", "package.json", "preprocessor_config.json");

  @TempDir Path temporary;

  private Path folder;
  private Digest digest;

  @BeforeEach
  void seal() throws IOException {
    folder = TinyCheckpoint.write(temporary.resolve("tiny"));
    try (Wav2Vec2Package sealed = Wav2Vec2Package.seal(folder, TinyCheckpoint.PROVENANCE)) {
      digest = sealed.digest();
    }
  }

  private void refused(String... reasons) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> new PackageReader().read(PackageFiles.directory(folder)).close())
        .withMessageContainingAll(reasons);
  }

  @Test
  void whatWasSealedComesBack() throws IOException {
    try (ModelPackage read = new PackageReader().read(PackageFiles.directory(folder), digest)) {
      assertThat(read).isInstanceOf(Wav2Vec2Package.class);
      assertThat(read.kind()).isEqualTo("wav2vec2");
      assertThat(read.labels().labels()).containsExactly("low", "middle", "high");
      assertThat(read.preprocessing())
          .isEqualTo(new Preprocessing.Waveform(16_000, true, Optional.empty()));
      assertThat(((Wav2Vec2Package) read).provenance()).isEqualTo(TinyCheckpoint.PROVENANCE);
    }
    assertThat(digest).isEqualTo(Digest.of(folder.resolve("package.json")));
  }

  @Test
  void equalCheckpointsAreTheSamePackage() throws IOException {
    Path again = TinyCheckpoint.write(temporary.resolve("again"));
    try (Wav2Vec2Package sealed = Wav2Vec2Package.seal(again, TinyCheckpoint.PROVENANCE)) {
      assertThat(sealed.digest()).isEqualTo(digest);
    }
  }

  @Test
  void aModelCardIsPartOfThePackage() throws IOException {
    Path described = TinyCheckpoint.write(temporary.resolve("described"));
    Files.writeString(described.resolve("README.md"), "# Tiny\n");
    try (Wav2Vec2Package sealed = Wav2Vec2Package.seal(described, TinyCheckpoint.PROVENANCE)) {
      assertThat(sealed.digest()).isNotEqualTo(digest);
    }
    folder = described;
    Files.writeString(described.resolve("README.md"), "# Other\n");
    refused("README.md", "has changed");
  }

  @Test
  void aFolderOfOtherFilesIsNotSealed() throws IOException {
    Path other = TinyCheckpoint.write(temporary.resolve("other"));
    Files.writeString(other.resolve("optimizer.pt"), "x");
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> Wav2Vec2Package.seal(other, TinyCheckpoint.PROVENANCE))
        .withMessageContaining("optimizer.pt");
    assertThat(other.resolve("package.json")).doesNotExist();
  }

  @Test
  void aChangedByteInAnyFileIsRefused() throws IOException {
    for (String name : FILES) {
      byte[] content = Files.readAllBytes(folder.resolve(name));
      for (int at = 0; at < content.length; at += 1 + content.length / 20) {
        byte[] changed = content.clone();
        changed[at] ^= 1;
        Files.write(folder.resolve(name), changed);
        refused(name);
      }
      Files.write(folder.resolve(name), content);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"config.json", "model.safetensors", "preprocessor_config.json"})
  void aTruncatedFileIsRefused(String name) throws IOException {
    byte[] content = Files.readAllBytes(folder.resolve(name));
    Files.write(folder.resolve(name), Arrays.copyOf(content, content.length - 1));
    refused(name, "has changed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"config.json", "model.safetensors", "package.json", "preprocessor_config.json"})
  void aMissingFileIsNamed(String name) throws IOException {
    Files.delete(folder.resolve(name));
    refused(name);
  }

  @Test
  void aFileTooManyIsNamed() throws IOException {
    Files.writeString(folder.resolve("pytorch_model.bin"), "x");
    refused("pytorch_model.bin", "not part of it");
  }

  /** Sealed anew after the change, as a mistaken or hostile program would write it. */
  private void describeAnew(String kind, LabelSet labels) {
    PackageDirectory directory = new PackageDirectory(folder);
    List<PackagedFile> files =
        directory.names().orElseThrow().stream()
            .filter(name -> !name.equals("package.json"))
            .map(directory::describe)
            .toList();
    Wav2Vec2Description described =
        Wav2Vec2Description.of(labels, files, TinyCheckpoint.PROVENANCE);
    directory.add(
        "package.json",
        new Wav2Vec2Description(
                described.format(),
                described.version(),
                kind,
                labels,
                files,
                described.provenance(),
                described.calibration(),
                null)
            .write());
  }

  @Test
  void anotherClassOrderThanTheCheckpointsIsRefused() {
    describeAnew("wav2vec2", new LabelSet(List.of("high", "middle", "low")));
    refused("their order counts");
  }

  @Test
  void anotherKindIsRefused() {
    describeAnew("random-forest", new LabelSet(List.of("low", "middle", "high")));
    refused("random-forest");
  }

  @Test
  void preprocessingThatCannotBeHonouredIsRefused() throws IOException {
    Path file = folder.resolve("preprocessor_config.json");
    Files.writeString(
        file, Files.readString(file).replace("\"feature_size\" : 1", "\"feature_size\" : 2"));
    describeAnew("wav2vec2", new LabelSet(List.of("low", "middle", "high")));
    refused("feature_size");
  }

  @Test
  void aPackageWithoutAHeadIsRefused() throws IOException {
    folder = TinyCheckpoint.writeWithoutHead(temporary.resolve("headless"));
    describeAnew("wav2vec2", new LabelSet(List.of("low", "middle", "high")));
    refused("no classification head");
  }

  @Test
  void aPackageFromElsewhereIsCopiedWhileItIsUsed() throws IOException {
    Path scratch = Files.createDirectory(temporary.resolve("scratch"));
    PackageReader reader = new PackageReader(new PackageScratch(scratch));
    try (ModelPackage read = reader.read(new Elsewhere(folder), digest)) {
      assertThat(read.labels().size()).isEqualTo(3);
      assertThat(scratch).isNotEmptyDirectory();
    }
    assertThat(scratch).isEmptyDirectory();
  }

  @Test
  void whatIsCopiedIsVerifiedAndThrownAwayIfItIsNotRight() throws IOException {
    Path scratch = Files.createDirectory(temporary.resolve("scratch"));
    PackageReader reader = new PackageReader(new PackageScratch(scratch));
    for (String name : Set.of("config.json", "model.safetensors", "preprocessor_config.json")) {
      byte[] content = Files.readAllBytes(folder.resolve(name));
      for (byte[] wrong : List.of(flipped(content), longer(content), new byte[0])) {
        Files.write(folder.resolve(name), wrong);
        assertThatExceptionOfType(InvalidInputException.class)
            .isThrownBy(() -> reader.read(new Elsewhere(folder)))
            .withMessageContainingAll(name, "has changed");
      }
      Files.write(folder.resolve(name), content);
    }
    assertThat(scratch).isEmptyDirectory();
  }

  @Test
  void namesThatLeadOutOfTheFolderAndSizesThatFillItAreNotWritten() throws IOException {
    PackageScratch scratch = new PackageScratch(temporary);
    for (String name : List.of("../escaped", "/tmp/escaped", "a/b", "..", "")) {
      List<PackagedFile> files = List.of(PackagedFile.of(name, new byte[0]));
      assertThatExceptionOfType(InvalidInputException.class)
          .isThrownBy(() -> scratch.localise(new Elsewhere(folder), files))
          .withMessageContaining("'" + name + "'");
    }
    PackagedFile huge = new PackagedFile("model.safetensors", digest, Long.MAX_VALUE);
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> scratch.localise(new Elsewhere(folder), List.of(huge)))
        .withMessageContaining("at most 5 GiB");
    try (Stream<Path> left = Files.list(temporary)) {
      assertThat(left).containsExactly(folder);
    }
  }

  @Test
  void aDiskWithoutRoomIsSaid() {
    PackageReader reader = new PackageReader(new PackageScratch(temporary.resolve("nowhere")));
    assertThatExceptionOfType(WorkFailedException.class)
        .isThrownBy(() -> reader.read(new Elsewhere(folder)))
        .withMessageContaining("nowhere");
  }

  private static byte[] flipped(byte[] content) {
    byte[] changed = content.clone();
    changed[changed.length - 1] ^= 1;
    return changed;
  }

  private static byte[] longer(byte[] content) {
    byte[] changed = Arrays.copyOf(content, content.length + 100);
    changed[content.length] = ' ';
    return changed;
  }

  /** A folder that is not said to be on this machine. */
  private record Elsewhere(Path folderThere) implements PackageFiles {

    @Override
    public byte[] read(String name) {
      assertThat(name).isEqualTo("package.json");
      try {
        return Files.readAllBytes(folderThere.resolve(name));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void copy(String name, OutputStream out) throws IOException {
      Files.copy(folderThere.resolve(name), out);
    }
  }
}
