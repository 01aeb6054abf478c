package dev.emovox.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.LabelSet;
import dev.emovox.domain.SplitPart;
import dev.emovox.drift.DriftReference;
import dev.emovox.drift.DriftReferenceFile;
import dev.emovox.drift.Sound;
import dev.emovox.drift.Verdict;
import dev.emovox.inference.packaging.PackageFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackagedReferenceTest {
  @TempDir Path temporary;

  private static DriftReference reference(LabelSet labels) {
    List<Sound> sounds =
        IntStream.range(0, 40).mapToObj(i -> new Sound(-30 + i / 10.0, 2, 500 + i, 0.2)).toList();
    List<Verdict> verdicts =
        IntStream.range(0, 40)
            .mapToObj(i -> new Verdict(i % labels.size(), 0.5 + i / 100.0, 0.3))
            .toList();
    return DriftReference.of(
        labels,
        new DriftReference.Heard(SplitPart.TRAIN, sounds),
        new DriftReference.Said(SplitPart.TEST, verdicts));
  }

  private static BaselinePackage packed(Optional<DriftReference> reference) {
    var settings = SampleModels.settings().findFirst().orElseThrow();
    return BaselinePackage.of(
        new PackageContents(
            SampleModels.fit(settings, SampleModels.SETTINGS),
            SampleModels.SETTINGS,
            SampleModels.PROVENANCE,
            reference));
  }

  @Test
  void comesBackFromABaselinesPackage() {
    DriftReference reference = reference(SampleModels.LABELS);
    BaselinePackage packed = packed(Optional.of(reference));
    assertThat(packed.files()).containsKey(DriftReferenceFile.NAME);
    ModelPackage read = new PackageReader().read(new MemoryFiles(packed), packed.digest());
    assertThat(read.driftReference()).contains(reference);
    assertThat(packed(Optional.of(reference)).digest()).isEqualTo(packed.digest());
  }

  @Test
  void aPackageWithoutOneIsWhatItWas() {
    BaselinePackage packed = packed(Optional.empty());
    assertThat(packed.files().keySet())
        .contains("model.bin", "package.json", "preprocessing.json")
        .doesNotContain(DriftReferenceFile.NAME);
    assertThat(new PackageReader().read(new MemoryFiles(packed)).driftReference()).isEmpty();
  }

  @Test
  void aChangedOneIsRefused() {
    MemoryFiles files = new MemoryFiles(packed(Optional.of(reference(SampleModels.LABELS))));
    files.files.get(DriftReferenceFile.NAME)[30] ^= 1;
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> new PackageReader().read(files))
        .withMessageContaining("changed");
    files.files.remove(DriftReferenceFile.NAME);
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> new PackageReader().read(files));
  }

  @Test
  void oneOfAnotherModelIsRefused() {
    DriftReference other = reference(new LabelSet(List.of("left", "right")));
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> packed(Optional.of(other)))
        .withMessageContaining("left");
  }

  @Test
  void comesBackFromANetworksPackage() throws IOException {
    Path folder = TinyCheckpoint.write(temporary.resolve("tiny"));
    DriftReference reference = reference(new LabelSet(List.of("low", "middle", "high")));
    Files.write(folder.resolve(DriftReferenceFile.NAME), DriftReferenceFile.write(reference));
    try (Wav2Vec2Package sealed = Wav2Vec2Package.seal(folder, TinyCheckpoint.PROVENANCE)) {
      assertThat(sealed.driftReference()).contains(reference);
    }
    try (ModelPackage read = new PackageReader().read(PackageFiles.directory(folder))) {
      assertThat(read.driftReference()).contains(reference);
    }
    Files.writeString(folder.resolve(DriftReferenceFile.NAME), "{}");
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> new PackageReader().read(PackageFiles.directory(folder)))
        .withMessageContaining("changed");
  }
}
