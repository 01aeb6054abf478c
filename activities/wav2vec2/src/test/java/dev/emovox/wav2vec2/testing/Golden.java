package dev.emovox.wav2vec2.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.emovox.wav2vec2.checkpoint.Checkpoint;
import dev.emovox.wav2vec2.checkpoint.CheckpointFolder;
import dev.emovox.wav2vec2.checkpoint.SafetensorsFile;
import dev.emovox.wav2vec2.checkpoint.StoredTensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/**
 * One of the checkpoints that {@code src/test/python/make_goldens.py} wrote, with what PyTorch and
 * transformers make of it. The script says what is in which file.
 */
public final class Golden implements AutoCloseable {
  private final Path folder;
  private final Checkpoint checkpoint;
  private final SafetensorsFile expected;

  private Golden(Path folder) {
    this.folder = folder;
    this.checkpoint = CheckpointFolder.open(folder);
    this.expected = SafetensorsFile.open(folder.resolve("expected.safetensors"));
  }

  /** The checkpoint of this name. */
  public static Golden open(String name) {
    return new Golden(path(name));
  }

  /** A file or folder beside them. */
  public static Path path(String name) {
    try {
      return Path.of(
          Objects.requireNonNull(Golden.class.getResource("/golden/" + name), name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The checkpoint itself. */
  public Checkpoint checkpoint() {
    return checkpoint;
  }

  /** The clips, as they were recorded. */
  public List<float[]> waveforms() {
    return IntStream.iterate(0, i -> expected.names().contains("waveform." + i), i -> i + 1)
        .mapToObj(i -> values("waveform." + i))
        .toList();
  }

  /** The names of expected tensors that start so, without that. */
  public List<String> names(String prefix) {
    return expected.names().stream()
        .filter(name -> name.startsWith(prefix))
        .map(name -> name.substring(prefix.length()))
        .toList();
  }

  /** The numbers of an expected tensor. */
  public float[] values(String name) {
    return floats(expected.tensor(name));
  }

  /** {@code expected.json} or {@code curve.json}. */
  public JsonNode document(String name) {
    try {
      return new ObjectMapper().readTree(Files.readAllBytes(folder.resolve(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The class index of each clip. */
  public int[] labels() {
    return StreamSupport.stream(document("expected.json").get("labels").spliterator(), false)
        .mapToInt(JsonNode::intValue)
        .toArray();
  }

  /** The numbers of a stored tensor. */
  public static float[] floats(StoredTensor tensor) {
    float[] values = new float[Math.toIntExact(tensor.elements())];
    tensor.content().asFloatBuffer().get(values);
    return values;
  }

  @Override
  public void close() {
    expected.close();
    checkpoint.close();
  }
}
