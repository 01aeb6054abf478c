package dev.emovox.wav2vec2.checkpoint;

import dev.emovox.wav2vec2.checkpoint.file.MappedFile;
import dev.emovox.wav2vec2.checkpoint.pickle.StateDictionary;
import dev.emovox.wav2vec2.checkpoint.pickle.StorageReference;
import dev.emovox.wav2vec2.checkpoint.pickle.TensorReference;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * The form before PyTorch 1.6, one pickle after the other: a magic number, the version 1001, facts
 * about the system that wrote it, the tensors, the keys of the storages; then the storages in the
 * order of the keys, each with its number of elements as 64 bits before it.
 */
final class PickleStream {
  private static final int PROTOCOL_OPCODE = 0x80;
  private static final BigInteger MAGIC = new BigInteger("1950a86a20f9469cfc6c", 16);
  private static final BigInteger VERSION = BigInteger.valueOf(1001);

  private final MappedFile file;
  private final String source;
  private long position;

  private PickleStream(MappedFile file) {
    this.file = file;
    this.source = file.path().toString();
  }

  static boolean isOne(MappedFile file) {
    return file.size() > 0 && Byte.toUnsignedInt(file.slice(0, 1).get()) == PROTOCOL_OPCODE;
  }

  /** Reads the pickles and checks all tensors against their storages. */
  static SortedMap<String, TensorView> read(MappedFile file) {
    return new PickleStream(file).views();
  }

  private SortedMap<String, TensorView> views() {
    checkBeginning();
    SortedMap<String, TensorReference> references = next(StateDictionary::read);
    List<String> keys = next(StateDictionary::readStrings);
    Map<String, StorageReference> storages = storages(references);
    if (keys.size() != storages.size() || !storages.keySet().containsAll(keys)) {
      throw PickleFile.malformed(source, "its list of storages is not that of its tensors");
    }
    Map<String, Long> offsets = offsets(keys, storages);
    SortedMap<String, TensorView> views = new TreeMap<>();
    references.forEach(
        (name, reference) ->
            views.put(
                name,
                TensorView.checked(
                    source, name, reference, offsets.get(reference.storage().key()))));
    return views;
  }

  private void checkBeginning() {
    if (!next(StateDictionary::readInteger).equals(MAGIC)
        || !next(StateDictionary::readInteger).equals(VERSION)) {
      throw PickleFile.malformed(source, "it lacks PyTorch's magic number and version");
    }
    Object littleEndian = next((name, in) -> StateDictionary.readEntry(name, in, "little_endian"));
    if (!Boolean.TRUE.equals(littleEndian)) {
      throw PickleFile.malformed(source, "its numbers are not little-endian");
    }
  }

  private <T> T next(BiFunction<String, ByteBuffer, T> reader) {
    ByteBuffer pickle =
        file.slice(position, Math.min(file.size() - position, PickleArchive.LONGEST_PICKLE));
    T value = reader.apply(source, pickle);
    position += pickle.position();
    return value;
  }

  private Map<String, StorageReference> storages(SortedMap<String, TensorReference> references) {
    Map<String, StorageReference> storages = new HashMap<>();
    for (TensorReference reference : references.values()) {
      StorageReference storage = reference.storage();
      StorageReference other = storages.put(storage.key(), storage);
      if (other != null && !other.equals(storage)) {
        throw PickleFile.malformed(
            source, "its storage %s is described in two ways".formatted(storage.key()));
      }
    }
    return storages;
  }

  private Map<String, Long> offsets(List<String> keys, Map<String, StorageReference> storages) {
    Map<String, Long> offsets = new HashMap<>();
    for (String key : keys) {
      StorageReference storage = storages.get(key);
      int width = TensorView.type(storage.type()).bytes();
      long room = file.size() - position - Long.BYTES;
      if (room < 0 || storage.elements() > room / width) {
        throw PickleFile.malformed(source, "it is cut off in storage %s".formatted(key));
      }
      if (file.slice(position, Long.BYTES).getLong() != storage.elements()) {
        throw PickleFile.malformed(
            source, "storage %s is not as long as its tensors say".formatted(key));
      }
      offsets.put(key, position + Long.BYTES);
      position += Long.BYTES + storage.elements() * width;
    }
    if (offsets.size() != keys.size() || position != file.size()) {
      throw PickleFile.malformed(source, "something is left over behind its storages");
    }
    return offsets;
  }
}
