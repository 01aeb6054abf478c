package dev.emovox.wav2vec2.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.domain.WorkFailedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafetensorsWriterTest {
  @TempDir private Path folder;

  @Test
  void writesTheBytesOfTheReferenceImplementation() throws IOException {
    for (String form : List.of("plain", "bfloat16", "float64", "hubert", "weighted")) {
      Path original = Fixtures.path(form + "/model.safetensors");
      Path copy = folder.resolve(form);
      try (SafetensorsFile file = SafetensorsFile.open(original)) {
        SafetensorsWriter.write(copy, file.metadata(), tensors(file));
      }
      assertThat(copy).hasSameBinaryContentAs(original);
    }
  }

  @Test
  void orderOfTensorsAndMetadataIsOfNoImportance() throws IOException {
    List<StoredTensor> tensors =
        new ArrayList<>(
            List.of(
                tensor("narrow", ElementType.FLOAT16, 3),
                tensor("b", ElementType.FLOAT32, 2),
                tensor("wide", ElementType.INT64, 1),
                tensor("a", ElementType.FLOAT32, 0)));
    SafetensorsWriter.write(folder.resolve("one"), Map.of("x", "1", "y", "2"), tensors);
    Collections.reverse(tensors);
    SafetensorsWriter.write(folder.resolve("two"), Map.of("y", "2", "x", "1"), tensors);
    assertThat(folder.resolve("one")).hasSameBinaryContentAs(folder.resolve("two"));
    try (SafetensorsFile file = SafetensorsFile.open(folder.resolve("one"))) {
      assertThat(tensors(file)).containsExactlyInAnyOrderElementsOf(tensors);
    }
  }

  @Test
  void refusesWhatDoesNotFit() throws IOException {
    List<TensorLayout> layouts = List.of(new TensorLayout("a", ElementType.FLOAT32, List.of(2L)));
    assertThatThrownBy(
            () ->
                SafetensorsWriter.write(
                    folder.resolve("short"), Map.of(), layouts, name -> ByteBuffer.allocate(7)))
        .isInstanceOf(IllegalArgumentException.class);
    List<StoredTensor> twice =
        List.of(tensor("a", ElementType.FLOAT32, 1), tensor("a", ElementType.FLOAT64, 1));
    assertThatThrownBy(() -> SafetensorsWriter.write(folder.resolve("twice"), Map.of(), twice))
        .isInstanceOfAny(IllegalArgumentException.class, IllegalStateException.class);
    Path there = Files.createFile(folder.resolve("there"));
    assertThatThrownBy(() -> SafetensorsWriter.write(there, Map.of(), List.of()))
        .isInstanceOf(WorkFailedException.class)
        .hasMessageContaining(there.toString());
  }

  private static List<StoredTensor> tensors(TensorSource source) {
    return source.names().stream().map(source::tensor).toList();
  }

  private static StoredTensor tensor(String name, ElementType type, int elements) {
    byte[] content = new byte[elements * type.bytes()];
    for (int i = 0; i < content.length; i++) {
      content[i] = (byte) (i + 1);
    }
    return new StoredTensor(name, type, List.of((long) elements), ByteBuffer.wrap(content));
  }
}
