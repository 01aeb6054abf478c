package dev.emovox.wav2vec2.checkpoint;

import dev.emovox.domain.Digest;
import dev.emovox.domain.InvalidInputException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Tensors in several files of one folder, listed by an index such as {@code
 * model.safetensors.index.json}. Index and shards must agree on every name.
 *
 * <p>Safe for use by several threads if the shards are.
 */
final class ShardedTensors implements WeightSource {
  private final CheckpointFile index;
  private final List<WeightSource> shards = new ArrayList<>();
  private final SortedMap<String, WeightSource> shardOfTensor = new TreeMap<>();

  private ShardedTensors(CheckpointFile index) {
    this.index = index;
  }

  /**
   * Opens an index and all of its shards.
   *
   * @param opener opens one shard
   * @throws InvalidInputException if a file is missing or malformed, or names don't agree
   */
  static ShardedTensors open(Path index, Function<Path, WeightSource> opener) {
    byte[] json = SmallFile.read(index);
    ShardedTensors tensors =
        new ShardedTensors(
            new CheckpointFile(index.getFileName().toString(), Digest.of(json), json.length));
    try {
      ShardIndex.parse(index.toString(), json)
          .shards()
          .forEach((name, expected) -> tensors.add(index.resolveSibling(name), expected, opener));
      return tensors;
    } catch (RuntimeException e) {
      tensors.close();
      throw e;
    }
  }

  private void add(Path path, SortedSet<String> expected, Function<Path, WeightSource> opener) {
    WeightSource shard = opener.apply(path);
    shards.add(shard);
    if (!shard.names().equals(expected)) {
      throw new InvalidInputException(
          "%s and its index %s disagree about: %s. Fetch both again, from the same revision."
              .formatted(path, index.name(), NameList.of(difference(shard.names(), expected))));
    }
    shard.names().forEach(name -> shardOfTensor.put(name, shard));
  }

  private static SortedSet<String> difference(SortedSet<String> one, SortedSet<String> other) {
    SortedSet<String> all = new TreeSet<>(one);
    all.addAll(other);
    all.removeIf(name -> one.contains(name) && other.contains(name));
    return all;
  }

  @Override
  public SortedSet<String> names() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(shardOfTensor.keySet()));
  }

  @Override
  public TensorLayout layout(String name) {
    return shard(name).layout(name);
  }

  @Override
  public StoredTensor tensor(String name) {
    return shard(name).tensor(name);
  }

  @Override
  public void read(String name, ByteBuffer target) {
    shard(name).read(name, target);
  }

  private WeightSource shard(String name) {
    WeightSource shard = shardOfTensor.get(name);
    if (shard == null) {
      throw new IllegalArgumentException("no tensor " + name + " in the shards of " + index.name());
    }
    return shard;
  }

  @Override
  public List<CheckpointFile> files() {
    List<CheckpointFile> files = new ArrayList<>(List.of(index));
    shards.forEach(shard -> files.addAll(shard.files()));
    return files;
  }

  @Override
  public void close() {
    shards.forEach(WeightSource::close);
  }
}
