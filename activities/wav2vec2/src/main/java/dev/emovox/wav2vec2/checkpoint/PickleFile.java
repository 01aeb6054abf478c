package dev.emovox.wav2vec2.checkpoint;

import dev.emovox.wav2vec2.checkpoint.file.MappedFile;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;

/** A {@code pytorch_model.bin}. */
public final class PickleFile implements WeightSource {
  private PickleFile() {}

  /** Opens a file. */
  public static PickleFile open(Path path) {
    MappedFile.open(path).close();
    return new PickleFile();
  }

  @Override
  public SortedSet<String> names() {
    throw new UnsupportedOperationException();
  }

  @Override
  public TensorLayout layout(String name) {
    throw new UnsupportedOperationException();
  }

  @Override
  public StoredTensor tensor(String name) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<CheckpointFile> files() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}
}
