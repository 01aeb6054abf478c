package dev.emovox.wav2vec2.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.emovox.domain.Digest;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.wav2vec2.config.ModelType;
import dev.emovox.wav2vec2.config.ParameterShapes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointFolderTest {

  @ParameterizedTest
  @CsvSource({
    "pickle-zip,         pickle,      0",
    "pickle-old,         pickle,      0",
    "pickle-protocol4,   pickle,      0",
    "pickle-parameters,  pickle,      0",
    "pickle-strided,     pickle,      0",
    "sharded,            safetensors, 0",
    "sharded-pickle,     pickle,      0",
    "old-spelling,       safetensors, 0",
    "processor,          safetensors, 0",
    "float64,            safetensors, 0",
    "float64-pickle,     pickle,      0",
    "float16,            safetensors, 2e-3",
    "float16-pickle,     pickle,      2e-3",
    "bfloat16,           safetensors, 2e-2",
    "bfloat16-pickle,    pickle,      2e-2"
  })
  void everyFormHoldsTheSameModel(String form, String format, float tolerance) {
    try (Checkpoint plain = CheckpointFolder.open(Fixtures.path("plain"));
        Checkpoint other = CheckpointFolder.open(Fixtures.path(form))) {
      assertThat(other.format()).isEqualTo(format);
      assertThat(other.hasHead()).isTrue();
      assertThat(other.absent()).isEmpty();
      assertThat(other.ignored()).isEmpty();
      for (String name : ParameterShapes.of(plain.config()).keySet()) {
        StoredTensor tensor = other.parameter(name);
        assertThat(tensor.name()).isEqualTo(name);
        assertThat(tensor.shape()).isEqualTo(plain.parameter(name).shape());
        assertThat(Fixtures.floats(tensor))
            .containsExactly(Fixtures.floats(plain.parameter(name)), within(tolerance));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "sharded",
        "float16",
        "float64",
        "pickle-zip",
        "pickle-strided",
        "sharded-pickle",
        "no-mask-embedding"
      })
  void numbersAreReadInto32BitsWhateverTheForm(String form) {
    try (Checkpoint checkpoint = CheckpointFolder.open(Fixtures.path(form))) {
      for (String name : ParameterShapes.of(checkpoint.config()).keySet()) {
        StoredTensor tensor = checkpoint.parameter(name);
        ByteBuffer target =
            ByteBuffer.allocate(Math.toIntExact(4 * tensor.elements()))
                .order(ByteOrder.LITTLE_ENDIAN);
        checkpoint.read(name, target);
        assertThat(target.flip()).isEqualTo(Float32.of(tensor));
      }
    }
  }

  @Test
  void modelsWithoutClassificationHeadOpenWithoutOne() {
    try (Checkpoint bare = CheckpointFolder.open(Fixtures.path("bare"));
        Checkpoint recognition = CheckpointFolder.open(Fixtures.path("recognition"));
        Checkpoint preTraining = CheckpointFolder.open(Fixtures.path("pre-training"))) {
      assertThat(bare.hasHead()).isFalse();
      assertThat(bare.ignored()).isEmpty();
      assertThat(bare.absent())
          .containsExactly(
              "classifier.bias", "classifier.weight", "projector.bias", "projector.weight");
      assertThat(bare.parameter("wav2vec2.encoder.layer_norm.bias").shape()).containsExactly(8L);
      assertThatThrownBy(() -> bare.parameter("classifier.bias"))
          .isInstanceOf(IllegalArgumentException.class);
      assertThat(recognition.hasHead()).isFalse();
      assertThat(recognition.ignored()).containsExactly("lm_head.bias", "lm_head.weight");
      assertThat(preTraining.ignored())
          .contains("quantizer.codevectors", "project_q.weight", "project_hid.bias")
          .hasSize(7);
    }
  }

  @Test
  void hubertAndWeightedLayerSumOpen() {
    try (Checkpoint hubert = CheckpointFolder.open(Fixtures.path("hubert"));
        Checkpoint weighted = CheckpointFolder.open(Fixtures.path("weighted"))) {
      assertThat(hubert.config().modelType()).isEqualTo(ModelType.HUBERT);
      assertThat(hubert.hasHead()).isTrue();
      assertThat(hubert.parameter("hubert.encoder.layer_norm.bias").elements()).isEqualTo(8);
      assertThat(weighted.parameter("layer_weights").shape()).containsExactly(2L);
    }
  }

  @Test
  void maskEmbeddingThatIsMissingIsZeros() {
    try (Checkpoint old = CheckpointFolder.open(Fixtures.path("no-mask-embedding"))) {
      assertThat(old.absent()).containsExactly("wav2vec2.masked_spec_embed");
      assertThat(Fixtures.floats(old.parameter("wav2vec2.masked_spec_embed")))
          .containsExactly(new float[8]);
      assertThat(old.hasHead()).isTrue();
    }
  }

  @Test
  void maskEmbeddingThatIsNotUsedIsIgnored(@TempDir Path folder) throws IOException {
    Fixtures.copy("plain", folder);
    replace(folder.resolve("config.json"), "\"mask_time_prob\": 0.05", "\"mask_time_prob\": 0.0");
    try (Checkpoint checkpoint = CheckpointFolder.open(folder)) {
      assertThat(checkpoint.ignored()).containsExactly("wav2vec2.masked_spec_embed");
    }
  }

  @Test
  void safetensorsAreReadBeforePickles(@TempDir Path folder) throws IOException {
    Fixtures.copy("plain", folder);
    Files.write(folder.resolve("pytorch_model.bin"), new byte[] {1});
    try (Checkpoint checkpoint = CheckpointFolder.open(folder)) {
      assertThat(checkpoint.format()).isEqualTo("safetensors");
      assertThat(checkpoint.files())
          .extracting(CheckpointFile::name)
          .containsExactly("config.json", "model.safetensors", "preprocessor_config.json");
    }
  }

  @Test
  void digestIsOverNamesAndDigestsOfFiles() throws IOException {
    try (Checkpoint checkpoint = CheckpointFolder.open(Fixtures.path("sharded"))) {
      StringBuilder lines = new StringBuilder();
      for (String name :
          new String[] {
            "config.json",
            "model-00001-of-00002.safetensors",
            "model-00002-of-00002.safetensors",
            "model.safetensors.index.json",
            "preprocessor_config.json"
          }) {
        lines.append(name).append(' ').append(Digest.of(Fixtures.path("sharded/" + name)));
        lines.append('\n');
      }
      assertThat(checkpoint.digest()).isEqualTo(Digest.of(lines.toString()));
    }
  }

  @Test
  void filesThatAreMissingAreNamed(@TempDir Path folder) throws IOException {
    assertRefused(folder.resolve("nowhere"), "is not a folder");
    assertRefused(folder, "no config.json");
    Fixtures.copy("plain", folder);
    Files.move(folder.resolve("model.safetensors"), folder.resolve("tf_model.h5"));
    assertRefused(
        folder, "holds no weights", "model.safetensors", "pytorch_model.bin", "TensorFlow");
    Files.delete(folder.resolve("preprocessor_config.json"));
    assertRefused(folder, "no preprocessor_config.json", "Wav2Vec2FeatureExtractor");
  }

  @Test
  void gitLfsPointerIsExplained(@TempDir Path folder) throws IOException {
    Fixtures.copy("plain", folder);
    Files.writeString(
        folder.resolve("model.safetensors"),
        "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n");
    assertRefused(folder, "git lfs pull");
  }

  @Test
  void headOfAnotherSizeIsExplained(@TempDir Path folder) throws IOException {
    Fixtures.copy("plain", folder);
    replace(folder.resolve("config.json"), "\"2\": \"sad\"", "\"2\": \"sad\", \"3\": \"calm\"");
    replace(folder.resolve("config.json"), "\"sad\": 2", "\"sad\": 2, \"calm\": 3");
    assertRefused(
        folder,
        "2 of another shape: classifier.bias (FLOAT32[3] instead of [4])",
        "has not the 4 classes");
  }

  @Test
  void missingAndUnexpectedParametersAreListed(@TempDir Path folder) throws IOException {
    Fixtures.copy("plain", folder);
    replace(folder.resolve("config.json"), "\"num_hidden_layers\": 1", "\"num_hidden_layers\": 3");
    assertRefused(folder, "32 missing: wav2vec2.encoder.layers.1.", "and 12 more");
    replace(folder.resolve("config.json"), "\"num_hidden_layers\": 3", "\"num_hidden_layers\": 1");
    replace(
        folder.resolve("model.safetensors"),
        "wav2vec2.masked_spec_embed",
        "wav2vec2.masked_spec_embeX");
    assertRefused(folder, "1 unexpected: wav2vec2.masked_spec_embeX");
  }

  @Test
  void halfOfAHeadIsAnError(@TempDir Path folder) throws IOException {
    Fixtures.copy("plain", folder);
    replace(folder.resolve("model.safetensors"), "\"projector.bias\"", "\"quantizer.bias\"");
    assertRefused(folder, "1 missing: projector.bias.");
  }

  @Test
  void shardsAndIndexMustAgree(@TempDir Path folder) throws IOException {
    Fixtures.copy("sharded", folder);
    Path index = folder.resolve("model.safetensors.index.json");
    replace(index, "\"classifier.bias\"", "\"classifier.bias2\"");
    assertRefused(folder, "disagree about: classifier.bias, classifier.bias2");
    replace(index, "\"model-00001-of-00002.safetensors\"", "\"../model.safetensors\"");
    assertRefused(folder, "weight_map.", "file in the same folder");
    Files.writeString(index, "{}");
    assertRefused(folder, "no weight_map");
    Files.writeString(index, "{\"weight_map\": {\"a\": \"b\", \"a\": \"b\"}}");
    assertRefused(folder, "not JSON");
    Files.writeString(index, "{\"weight_map\": {\"a\": \"missing.safetensors\"}}");
    assertRefused(folder, "There is no file", "missing.safetensors");
  }

  @Test
  void processorWithoutFeatureExtractorIsAnError(@TempDir Path folder) throws IOException {
    Fixtures.copy("processor", folder);
    Files.writeString(folder.resolve("processor_config.json"), "{}");
    assertRefused(folder, "no feature_extractor");
    Files.writeString(folder.resolve("processor_config.json"), "{");
    assertRefused(folder, "is not JSON");
  }

  private static void assertRefused(Path folder, String... parts) {
    assertThatThrownBy(() -> CheckpointFolder.open(folder))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll(parts);
  }

  /** Latin-1 keeps every byte, so this works on weights too. */
  private static void replace(Path file, String from, String to) throws IOException {
    String content = Files.readString(file, StandardCharsets.ISO_8859_1);
    assertThat(content).contains(from);
    Files.writeString(file, content.replace(from, to), StandardCharsets.ISO_8859_1);
  }
}
