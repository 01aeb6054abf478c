package dev.emovox.wav2vec2.checkpoint;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.wav2vec2.checkpoint.file.MappedFile;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A {@code .safetensors} file, read by memory map: eight bytes with the length of the header, the
 * header as JSON, then the tensors. All of the header is checked when the file is opened: names
 * once, known element types, shapes that fit their bytes, no overlap, no hole, nothing behind.
 *
 * <p>Safe for use by several threads. {@link MappedFile} says what its tensors ask of the file.
 */
public final class SafetensorsFile implements WeightSource {
  /** The longest header, as in the reference implementation. */
  static final long LONGEST_HEADER = 100_000_000;

  private final MappedFile file;
  private final SafetensorsHeader header;
  private final long dataBegin;

  private SafetensorsFile(MappedFile file, SafetensorsHeader header, long dataBegin) {
    this.file = file;
    this.header = header;
    this.dataBegin = dataBegin;
  }

  /**
   * Opens a file and checks its header.
   *
   * @throws InvalidInputException if it is none, is cut off, or claims more than it holds
   */
  public static SafetensorsFile open(Path path) {
    MappedFile file = MappedFile.open(path);
    try {
      return open(file);
    } catch (RuntimeException e) {
      file.close();
      throw e;
    }
  }

  private static SafetensorsFile open(MappedFile file) {
    String source = file.path().toString();
    GitLfsPointer.refuse(file);
    if (file.size() < Long.BYTES) {
      throw SafetensorsHeader.malformed(source, "it has %d bytes".formatted(file.size()));
    }
    long length = file.slice(0, Long.BYTES).getLong();
    if (length < 2 || length > LONGEST_HEADER || length > file.size() - Long.BYTES) {
      throw SafetensorsHeader.malformed(
          source,
          "its header is said to have %s bytes; the file has %d, and at most %d are allowed"
              .formatted(Long.toUnsignedString(length), file.size(), LONGEST_HEADER));
    }
    ByteBuffer header = file.slice(Long.BYTES, length);
    if (header.get(0) != '{') {
      throw SafetensorsHeader.malformed(source, "its header does not begin with {");
    }
    long dataBegin = Long.BYTES + length;
    return new SafetensorsFile(
        file, SafetensorsHeaderParser.parse(source, header, file.size() - dataBegin), dataBegin);
  }

  @Override
  public SortedSet<String> names() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(header.places().keySet()));
  }

  /** Free text about the file, such as {@code format}, by key. */
  public Map<String, String> metadata() {
    return Collections.unmodifiableMap(header.metadata());
  }

  @Override
  public TensorLayout layout(String name) {
    return place(name).layout();
  }

  private SafetensorsHeader.Place place(String name) {
    SafetensorsHeader.Place place = header.places().get(name);
    if (place == null) {
      throw new IllegalArgumentException("no tensor " + name + " in " + file.path());
    }
    return place;
  }

  @Override
  public StoredTensor tensor(String name) {
    SafetensorsHeader.Place place = place(name);
    long length = place.end() - place.begin();
    if (length > MappedFile.LARGEST_SLICE) {
      throw new InvalidInputException(
          "%s: tensor %s has %d bytes; at most %d can be read at once."
              .formatted(file.path(), name, length, MappedFile.LARGEST_SLICE));
    }
    TensorLayout layout = place.layout();
    return new StoredTensor(
        name, layout.type(), layout.shape(), file.slice(dataBegin + place.begin(), length));
  }

  @Override
  public void read(String name, ByteBuffer target) {
    file.read(dataBegin + place(name).begin(), target);
  }

  @Override
  public List<CheckpointFile> files() {
    return List.of(
        new CheckpointFile(file.path().getFileName().toString(), file.digest(), file.size()));
  }

  @Override
  public void close() {
    file.close();
  }
}
