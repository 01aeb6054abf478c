package dev.emovox.wav2vec2.checkpoint;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.emovox.domain.WorkFailedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Writes {@code .safetensors} files one tensor after the other, so that no more than one need be in
 * memory. Order as in the reference implementation: wide element types before narrow ones, then by
 * name; the header is padded with spaces to eight bytes, so every tensor lies aligned. The same
 * tensors and metadata give the same bytes.
 */
public final class SafetensorsWriter {
  private static final int ALIGNMENT = 8;
  private static final Comparator<TensorLayout> ORDER =
      Comparator.comparingInt((TensorLayout layout) -> -layout.type().bytes())
          .thenComparing(TensorLayout::name);

  private SafetensorsWriter() {}

  /** Writes tensors that are there already. */
  public static void write(Path path, Map<String, String> metadata, List<StoredTensor> tensors) {
    Map<String, StoredTensor> byName =
        tensors.stream().collect(Collectors.toMap(StoredTensor::name, tensor -> tensor));
    List<TensorLayout> layouts = tensors.stream().map(StoredTensor::layout).toList();
    write(path, metadata, layouts, name -> byName.get(name).content());
  }

  /**
   * Writes tensors that are fetched one by one.
   *
   * @param path a file that does not exist yet
   * @param metadata free text about the file
   * @param layouts what the tensors are, each name once
   * @param contents gives the elements by name, row-major and little-endian; called once for each,
   *     and what it gave is no longer used when it is called again
   * @throws WorkFailedException if the file can't be written
   */
  public static void write(
      Path path,
      Map<String, String> metadata,
      List<TensorLayout> layouts,
      Function<String, ByteBuffer> contents) {
    List<TensorLayout> ordered = layouts.stream().sorted(ORDER).toList();
    try (FileChannel out =
        FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      writeAll(out, header(metadata, ordered));
      for (TensorLayout layout : ordered) {
        writeAll(out, checked(layout, contents.apply(layout.name())));
      }
      out.force(true);
    } catch (IOException e) {
      throw new WorkFailedException(
          "%s can't be written: %s. Look at the space on the disk and at the folder's permissions."
              .formatted(path, e.getMessage()),
          e);
    }
  }

  private static ByteBuffer checked(TensorLayout layout, ByteBuffer content) {
    if (content.remaining() != layout.bytes()) {
      throw new IllegalArgumentException(
          "%d bytes given for %s".formatted(content.remaining(), layout));
    }
    return content;
  }

  private static void writeAll(FileChannel out, ByteBuffer content) throws IOException {
    while (content.hasRemaining()) {
      out.write(content);
    }
  }

  private static ByteBuffer header(Map<String, String> metadata, List<TensorLayout> layouts)
      throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode root = mapper.createObjectNode();
    ObjectNode free = root.putObject("__metadata__");
    new TreeMap<>(metadata).forEach(free::put);
    long begin = 0;
    for (TensorLayout layout : layouts) {
      if (root.has(layout.name())) {
        throw new IllegalArgumentException("tensor given twice: " + layout.name());
      }
      ObjectNode entry = root.putObject(layout.name());
      entry.put("dtype", layout.type().safetensorsName());
      layout.shape().forEach(entry.putArray("shape")::add);
      long end = Math.addExact(begin, layout.bytes());
      entry.putArray("data_offsets").add(begin).add(end);
      begin = end;
    }
    byte[] json = mapper.writeValueAsString(root).getBytes(StandardCharsets.UTF_8);
    int length = (json.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    byte[] padded = Arrays.copyOf(json, length);
    Arrays.fill(padded, json.length, length, (byte) ' ');
    return ByteBuffer.allocate(Long.BYTES + length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(length)
        .put(padded)
        .flip();
  }
}
