package dev.emovox.wav2vec2.checkpoint;

import dev.emovox.domain.Digest;
import dev.emovox.wav2vec2.config.ParameterShapes;
import dev.emovox.wav2vec2.config.PreprocessorConfig;
import dev.emovox.wav2vec2.config.Wav2Vec2Config;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A wav2vec 2.0 or HuBERT checkpoint that is open and checked: every parameter that its
 * configuration asks for is there with the right shape, except for two that may be absent, the
 * classification head as a whole and the vector for masked frames.
 *
 * <p>Tensors are read from the mapped files when they are asked for. They are valid until the
 * checkpoint is closed, and the files must not be changed in place before.
 *
 * <p>Safe for use by several threads.
 */
public final class Checkpoint implements AutoCloseable {
  private final CheckpointDocuments documents;
  private final WeightSource weights;
  private final ParameterTable table;
  private final String format;
  private List<CheckpointFile> files;

  Checkpoint(CheckpointDocuments documents, WeightSource weights, String format) {
    this.documents = documents;
    this.weights = weights;
    this.format = format;
    this.table = ParameterTable.of(documents.folder(), documents.config(), weights);
  }

  /** What {@code config.json} says. */
  public Wav2Vec2Config config() {
    return documents.config();
  }

  /** What {@code preprocessor_config.json} says. */
  public PreprocessorConfig preprocessor() {
    return documents.preprocessor();
  }

  /** Whether it classifies; false for a checkpoint that is only pre-trained. */
  public boolean hasHead() {
    return table.hasHead();
  }

  /**
   * One parameter; nothing is copied unless its pickle stores it with gaps.
   *
   * <p>{@code masked_spec_embed}, where the configuration asks for it and the files lack it, is
   * zeros. It has no part in prediction; transformers draws it at random then, and fine-tuning
   * learns it.
   *
   * @param canonicalName as in {@link ParameterShapes}
   * @return the parameter under its canonical name
   * @throws IllegalArgumentException if the configuration has none of this name, or it belongs to a
   *     head that is absent
   */
  public StoredTensor parameter(String canonicalName) {
    List<Long> shape = table.shape(canonicalName);
    String stored = table.stored(canonicalName);
    if (stored != null) {
      return weights.tensor(stored).renamed(canonicalName);
    }
    if (shape == null || ParameterShapes.isHead(canonicalName)) {
      throw new IllegalArgumentException("no parameter " + canonicalName + " in " + documents);
    }
    return zeros(new TensorLayout(canonicalName, ElementType.FLOAT32, shape));
  }

  /**
   * Copies the numbers of one parameter as binary32. Where they are stored so, they go straight
   * from the file to {@code target}, and the file's memory map is left alone: it would keep a
   * second copy in memory until the garbage collector comes along.
   *
   * @param canonicalName as in {@link ParameterShapes}
   * @param target little-endian; filled from its position to its limit, which are as far apart as
   *     the parameter is long
   * @throws IllegalArgumentException as {@link #parameter}
   */
  public void read(String canonicalName, ByteBuffer target) {
    String stored = table.stored(canonicalName);
    if (stored != null && weights.layout(stored).type() == ElementType.FLOAT32) {
      weights.read(stored, target);
    } else {
      Float32.copy(parameter(canonicalName), target);
    }
  }

  private static StoredTensor zeros(TensorLayout layout) {
    ByteBuffer content = ByteBuffer.allocateDirect(Math.toIntExact(layout.bytes()));
    return new StoredTensor(layout.name(), layout.type(), layout.shape(), content);
  }

  /** Tensors in the files that are no parameters of a classifier, by their names there. */
  public SortedSet<String> ignored() {
    return table.ignored();
  }

  /** Parameters of the classifier that the files lack: the head's, or the mask embedding. */
  public SortedSet<String> absent() {
    return table.absent();
  }

  /** How the weights are stored: {@code safetensors} or {@code pickle}. */
  public String format() {
    return format;
  }

  /**
   * The files that it consists of, by name. The first call reads all of them for their digests: a
   * second or two for a gigabyte.
   */
  public synchronized List<CheckpointFile> files() {
    if (files == null) {
      files =
          Stream.concat(documents.files().stream(), weights.files().stream())
              .sorted(Comparator.comparing(CheckpointFile::name))
              .toList();
    }
    return files;
  }

  /**
   * Names the content of all files: SHA-256 over one line for each, in the order of {@link
   * #files()}, with its name, a space, its digest and a line feed.
   */
  public Digest digest() {
    return Digest.of(
        files().stream()
            .map(file -> file.name() + " " + file.digest() + "\n")
            .collect(Collectors.joining()));
  }

  @Override
  public void close() {
    weights.close();
  }
}
