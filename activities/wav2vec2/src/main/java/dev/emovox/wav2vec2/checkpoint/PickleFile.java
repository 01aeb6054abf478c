package dev.emovox.wav2vec2.checkpoint;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.wav2vec2.checkpoint.file.MappedFile;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A {@code pytorch_model.bin}: tensors by name, pickled by {@code torch.save}, in the zip form of
 * PyTorch 1.6 and later or in the older form without zip. The pickle is read by a machine that can
 * make data only and refuses by name what could run code; storages are read by memory map.
 *
 * <p>Safe for use by several threads. {@link MappedFile} says what its tensors ask of the file.
 */
public final class PickleFile implements WeightSource {
  private final MappedFile file;
  private final SortedMap<String, TensorView> views;

  private PickleFile(MappedFile file, SortedMap<String, TensorView> views) {
    this.file = file;
    this.views = views;
  }

  /**
   * Opens a file and checks that all of its tensors lie in it.
   *
   * @throws InvalidInputException if it is none, is cut off, holds anything else than tensors, or
   *     could run code in PyTorch
   */
  public static PickleFile open(Path path) {
    MappedFile file = MappedFile.open(path);
    try {
      GitLfsPointer.refuse(file);
      return new PickleFile(file, views(file));
    } catch (RuntimeException e) {
      file.close();
      throw e;
    }
  }

  private static SortedMap<String, TensorView> views(MappedFile file) {
    if (PickleArchive.isOne(file)) {
      return PickleArchive.read(file);
    }
    if (PickleStream.isOne(file)) {
      return PickleStream.read(file);
    }
    throw malformed(
        file.path().toString(),
        "it begins neither like a zip archive nor like a pickle (PyTorch before 0.4 wrote another form)");
  }

  @Override
  public SortedSet<String> names() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(views.keySet()));
  }

  @Override
  public TensorLayout layout(String name) {
    return view(name).layout();
  }

  @Override
  public StoredTensor tensor(String name) {
    return view(name).read(file);
  }

  private TensorView view(String name) {
    TensorView view = views.get(name);
    if (view == null) {
      throw new IllegalArgumentException("no tensor " + name + " in " + file.path());
    }
    return view;
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

  static InvalidInputException malformed(String source, String what) {
    return new InvalidInputException(
        "%s is not a valid PyTorch file: %s. Fetch it again, or save it as safetensors where it comes from."
            .formatted(source, what));
  }
}
