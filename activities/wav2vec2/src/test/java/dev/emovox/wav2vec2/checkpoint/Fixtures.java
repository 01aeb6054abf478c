package dev.emovox.wav2vec2.checkpoint;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The checkpoints that {@code src/test/python/make_checkpoints.py} makes. */
final class Fixtures {
  private Fixtures() {}

  static Path path(String name) {
    try {
      return Path.of(
          Objects.requireNonNull(Fixtures.class.getResource("/checkpoints/" + name), name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] bytes(String name) throws IOException {
    return Files.readAllBytes(path(name));
  }

  /** A copy of a checkpoint that a test may change. */
  static Path copy(String name, Path target) throws IOException {
    Files.createDirectories(target);
    try (Stream<Path> files = Files.list(path(name))) {
      for (Path file : files.toList()) {
        Files.copy(file, target.resolve(file.getFileName()));
      }
    }
    return target;
  }

  static float[] floats(StoredTensor tensor) {
    ByteBuffer numbers = Float32.of(tensor);
    float[] values = new float[numbers.remaining() / Float.BYTES];
    numbers.asFloatBuffer().get(values);
    return values;
  }

  static List<Path> hostile() throws IOException {
    try (Stream<Path> files = Files.list(path("hostile"))) {
      return files.sorted().toList();
    }
  }
}
