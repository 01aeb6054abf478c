package dev.emovox.wav2vec2.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.LabelSet;
import dev.emovox.wav2vec2.config.ParameterShapes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointExportTest {
  private static final ModelCard CARD =
      new ModelCard("Emotions", "apache-2.0", new TreeMap<>(Map.of("run", "r-1")));

  @TempDir private Path folder;
  private Path target;
  private Checkpoint checkpoint;

  @BeforeEach
  void open() {
    target = folder.resolve("exported");
    checkpoint = CheckpointFolder.open(Fixtures.path("bfloat16-pickle"));
  }

  @AfterEach
  void close() {
    checkpoint.close();
  }

  @Test
  void whatWasExportedOpensWithTheSameNumbers() {
    export(CARD).write(target, checkpoint::parameter);
    try (Checkpoint again = CheckpointFolder.open(target)) {
      assertThat(again.format()).isEqualTo("safetensors");
      assertThat(again.config().labels()).isEqualTo(checkpoint.config().labels());
      assertThat(again.preprocessor()).isEqualTo(checkpoint.preprocessor());
      assertThat(again.absent()).isEmpty();
      for (String name : ParameterShapes.of(checkpoint.config()).keySet()) {
        assertThat(again.parameter(name).type()).isEqualTo(ElementType.FLOAT32);
        assertThat(Fixtures.floats(again.parameter(name)))
            .containsExactly(Fixtures.floats(checkpoint.parameter(name)));
      }
    }
  }

  @Test
  void configNamesArchitectureLabelsAndType() throws IOException {
    export(CARD).write(target, checkpoint::parameter);
    assertThat(Files.readString(target.resolve("config.json")).replaceAll("\\s+", ""))
        .contains(
            "\"architectures\":[\"Wav2Vec2ForSequenceClassification\"]",
            "\"id2label\":{\"0\":\"angry\",\"1\":\"happy\",\"2\":\"sad\"}",
            "\"label2id\":{\"angry\":0,\"happy\":1,\"sad\":2}",
            "\"dtype\":\"float32\"");
    assertThat(files(target))
        .containsExactly(
            "README.md", "config.json", "model.safetensors", "preprocessor_config.json");
    assertThat(files(folder)).containsExactly("exported");
  }

  @Test
  void theSameModelGivesTheSameBytes() {
    export(CARD).write(target, checkpoint::parameter);
    export(CARD).write(folder.resolve("again"), checkpoint::parameter);
    for (String file : files(target)) {
      assertThat(target.resolve(file))
          .hasSameBinaryContentAs(folder.resolve("again").resolve(file));
    }
  }

  @Test
  void onlyAFreeTargetIsWritten() throws IOException {
    Files.createDirectory(target);
    export(CARD).write(target, checkpoint::parameter);
    assertThatThrownBy(() -> export(CARD).write(target, checkpoint::parameter))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("no empty folder");
    Path file = Files.createFile(folder.resolve("file"));
    assertThatThrownBy(() -> export(CARD).write(file, checkpoint::parameter))
        .isInstanceOf(InvalidInputException.class);
    Path lost = folder.resolve("no/where");
    assertThatThrownBy(() -> export(CARD).write(lost, checkpoint::parameter))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("parent folder");
  }

  @Test
  void anInterruptedExportIsNone() {
    assertThatThrownBy(
            () ->
                export(CARD)
                    .write(
                        target,
                        name -> {
                          if (name.startsWith("projector")) {
                            throw new IllegalStateException("the power failed");
                          }
                          return checkpoint.parameter(name);
                        }))
        .hasMessage("the power failed");
    assertThat(files(folder)).isEmpty();
  }

  @Test
  void parametersOfAnotherModelAreNotWritten() {
    CheckpointExport wider =
        new CheckpointExport(
            checkpoint.config().withLabels(new LabelSet(List.of("a", "b", "c", "d"))),
            checkpoint.preprocessor(),
            CARD);
    assertThatThrownBy(() -> wider.write(target, checkpoint::parameter))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("classifier");
    assertThat(target).doesNotExist();
  }

  @Test
  void cardSaysWhatTheModelIs() throws IOException {
    export(CARD).write(target, checkpoint::parameter);
    assertThat(Files.readString(target.resolve("README.md")))
        .startsWith("---\nlibrary_name: transformers\n")
        .contains("license: apache-2.0\n", "# Emotions\n", "`angry`, `happy`, `sad`")
        .contains(
            "16000 Hz, each brought to mean 0", "| run | `r-1` |", "## Licence\n\n`apache-2.0`");
  }

  @Test
  void cardDoesNotInventALicence() {
    ModelCard silent = new ModelCard("x", "", new TreeMap<>());
    assertThat(silent.markdown(checkpoint.config(), checkpoint.preprocessor()))
        .doesNotContain("license:")
        .contains("## Licence\n\nNot stated.", "## Provenance\n\nNot stated.");
  }

  @Test
  void cardCannotBeBrokenByItsTexts() {
    ModelCard hostile =
        new ModelCard("a\n---\nlicense: mit", "", new TreeMap<>(Map.of("run|", "x`\n# y")));
    assertThat(hostile.markdown(checkpoint.config(), checkpoint.preprocessor()))
        .contains("# a --- license: mit\n", "| run | `x # y` |");
    assertThatThrownBy(() -> new ModelCard("a", "mit\nx: y", new TreeMap<>()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("SPDX");
  }

  private CheckpointExport export(ModelCard card) {
    return new CheckpointExport(checkpoint.config(), checkpoint.preprocessor(), card);
  }

  private static List<String> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(path -> path.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
