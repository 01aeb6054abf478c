package dev.emovox.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.emovox.domain.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFolderTest {
  @TempDir Path temporary;

  private static void refused(Path folder, String... reasons) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> ModelFolder.open(folder).close())
        .withMessageContainingAll(reasons);
  }

  @Test
  void packagesOfBothKindsAreToldByTheirDescription() throws IOException {
    BaselinePackage baseline = SampleModels.pack(SampleModels.settings().findFirst().orElseThrow());
    Path features = temporary.resolve("baseline");
    baseline.write(features);
    try (LoadableModel model = ModelFolder.open(features)) {
      assertThat(model.digest()).isEqualTo(baseline.digest());
    }
    Path network = TinyCheckpoint.write(temporary.resolve("network"));
    Wav2Vec2Package.seal(network, TinyCheckpoint.PROVENANCE).close();
    try (LoadableModel model = ModelFolder.open(network)) {
      assertThat(model).isInstanceOf(Wav2Vec2Package.class);
    }
  }

  @Test
  void aHuggingFaceFolderIsTakenAsItIs() throws IOException {
    Path folder = TinyCheckpoint.write(temporary.resolve("tiny"));
    Files.writeString(folder.resolve("training_args.bin"), "never read");
    try (LoadableModel model = ModelFolder.open(folder)) {
      assertThat(model.kind()).isEqualTo("wav2vec2");
      assertThat(model.labels().labels()).containsExactly("low", "middle", "high");
      assertThat(model.preprocessing())
          .isEqualTo(new Preprocessing.Waveform(16_000, true, Optional.empty()));
      assertThat(model.digest()).isNotNull();
    }
  }

  @Test
  void aPretrainedCheckpointKnowsNoEmotions() throws IOException {
    Path folder = TinyCheckpoint.writeWithoutHead(temporary.resolve("pretrained"));
    refused(folder, folder.toString(), "no classification head", "Fine-tune");
  }

  @Test
  void aMissingFileIsNamed() throws IOException {
    for (String name : new String[] {"preprocessor_config.json", "model.safetensors"}) {
      Path folder = TinyCheckpoint.write(temporary.resolve("without-" + name));
      Files.delete(folder.resolve(name));
      refused(folder, name);
    }
  }

  @Test
  void labelsThatDoNotFitTheHeadAreRefused() throws IOException {
    Path folder = TinyCheckpoint.write(temporary.resolve("labels"));
    Path config = folder.resolve("config.json");
    Files.writeString(
        config,
        Files.readString(config).replace("\"2\": \"high\"", "\"2\": \"high\", \"3\": \"x\""));
    refused(folder, "config.json");
  }

  @Test
  void aFolderWithoutAModelIsSaidToBeThat() {
    refused(temporary, temporary.toString(), "package.json", "config.json");
    refused(temporary.resolve("nowhere"), "nowhere");
  }

  @Test
  void aForeignPackageJsonIsNotTakenForOurs() throws IOException {
    Files.writeString(temporary.resolve("package.json"), "{\"name\": \"left-pad\"}");
    refused(temporary, "package.json is not that of a model package");
  }
}
