package dev.emovox.wav2vec2.checkpoint;

import dev.emovox.wav2vec2.checkpoint.file.MappedFile;
import dev.emovox.wav2vec2.checkpoint.file.StoredZip;
import dev.emovox.wav2vec2.checkpoint.pickle.StateDictionary;
import dev.emovox.wav2vec2.checkpoint.pickle.StorageReference;
import dev.emovox.wav2vec2.checkpoint.pickle.TensorReference;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The zip form: below one folder {@code data.pkl} with the pickle, {@code data/KEY} for each
 * storage, and since PyTorch 2.1 {@code byteorder}.
 */
final class PickleArchive {
  private static final int SIGNATURE = 0x04034b50;
  private static final String PICKLE = "/data.pkl";
  static final int LONGEST_PICKLE = 32 << 20;

  private final MappedFile file;
  private final String source;
  private final StoredZip zip;
  private final String root;

  private PickleArchive(MappedFile file) {
    this.file = file;
    this.source = file.path().toString();
    this.zip = StoredZip.read(file);
    List<String> roots =
        zip.entries().stream()
            .map(StoredZip.Entry::name)
            .filter(name -> name.endsWith(PICKLE) && name.indexOf('/') == name.lastIndexOf('/'))
            .map(name -> name.substring(0, name.indexOf('/')))
            .toList();
    if (roots.size() != 1) {
      throw PickleFile.malformed(source, "it has %d entries data.pkl".formatted(roots.size()));
    }
    this.root = roots.get(0);
  }

  static boolean isOne(MappedFile file) {
    return file.size() >= Integer.BYTES && file.slice(0, Integer.BYTES).getInt() == SIGNATURE;
  }

  /** Reads the pickle and checks all tensors against their storages. */
  static SortedMap<String, TensorView> read(MappedFile file) {
    return new PickleArchive(file).views();
  }

  private SortedMap<String, TensorView> views() {
    checkByteOrder();
    StoredZip.Entry pickle = zip.entry(root + PICKLE);
    if (pickle.length() > LONGEST_PICKLE) {
      throw PickleFile.malformed(source, "its pickle has %d bytes".formatted(pickle.length()));
    }
    SortedMap<String, TensorReference> references =
        StateDictionary.read(source, file.slice(pickle.offset(), pickle.length()));
    SortedMap<String, TensorView> views = new TreeMap<>();
    references.forEach(
        (name, reference) ->
            views.put(
                name,
                TensorView.checked(source, name, reference, offset(name, reference.storage()))));
    return views;
  }

  private void checkByteOrder() {
    StoredZip.Entry entry = zip.entry(root + "/byteorder");
    if (entry == null) {
      return;
    }
    String order =
        StandardCharsets.ISO_8859_1
            .decode(file.slice(entry.offset(), Math.min(entry.length(), 16)))
            .toString();
    if (!order.strip().equals("little")) {
      throw PickleFile.malformed(source, "its numbers are not little-endian");
    }
  }

  private long offset(String name, StorageReference storage) {
    StoredZip.Entry entry = zip.entry(root + "/data/" + storage.key());
    if (entry == null) {
      throw PickleFile.malformed(source, "the storage of tensor %s is not in it".formatted(name));
    }
    int width = TensorView.type(storage.type()).bytes();
    if (entry.length() % width != 0 || entry.length() / width != storage.elements()) {
      throw PickleFile.malformed(
          source,
          "the storage of tensor %s has %d bytes for %d elements of %d bytes"
              .formatted(name, entry.length(), storage.elements(), width));
    }
    return entry.offset();
  }
}
