package dev.emovox.artifacts;

import dev.emovox.domain.Digest;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.settings.SnakeCaseJson;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The content of {@code checkpoint.json}: what a stored checkpoint is. All of it follows from the
 * checkpoint's files, so the same files have the same index wherever they came from; where they
 * came from is told by {@link CheckpointOrigin}s beside it.
 *
 * @param format {@link #FORMAT}
 * @param version {@link #VERSION}
 * @param summary what the files hold
 * @param files all files of the checkpoint by name
 */
public record CheckpointIndex(
    String format, int version, Summary summary, List<CheckpointObject> files) {
  static final String FILE = "checkpoint.json";
  static final int LARGEST = 1 << 20;
  private static final String FORMAT = "emovox-checkpoint";
  private static final int VERSION = 1;
  private static final int MOST_FILES = 1100;
  private static final SnakeCaseJson JSON = new SnakeCaseJson();

  /**
   * What a checkpoint's files hold, for those who look at the store.
   *
   * @param architecture for example {@code wav2vec2}
   * @param parameters how many numbers the model has
   * @param labels the ordered classes; empty without a classification head
   * @param weights how the weights are stored, for example {@code safetensors}
   */
  public record Summary(String architecture, long parameters, List<String> labels, String weights) {
    public Summary {
      labels = List.copyOf(labels);
    }
  }

  public CheckpointIndex {
    files = files.stream().sorted(Comparator.comparing(CheckpointObject::name)).toList();
  }

  /** The index of a checkpoint that is to be stored. */
  public static CheckpointIndex of(Summary summary, List<CheckpointObject> files) {
    return new CheckpointIndex(FORMAT, VERSION, summary, files);
  }

  /**
   * The checkpoint's identity: SHA-256 over one line for each file in the order of their names,
   * with its name, a space, its digest and a line feed.
   */
  public Digest digest() {
    return Digest.of(
        files.stream()
            .map(file -> file.name() + " " + file.digest() + "\n")
            .collect(Collectors.joining()));
  }

  /** Size of all files together. */
  public long bytes() {
    return files.stream().mapToLong(CheckpointObject::bytes).sum();
  }

  byte[] write() {
    return JSON.writeIndented(this);
  }

  /**
   * Reads an index and checks that it is that of a certain checkpoint.
   *
   * @param address what messages call it
   * @throws WorkFailedException if it is not
   */
  static CheckpointIndex read(byte[] content, Digest expected, String address) {
    try {
      CheckpointIndex index = JSON.read(content, CheckpointIndex.class);
      boolean known = FORMAT.equals(index.format()) && index.version() == VERSION;
      if (known && index.files().size() <= MOST_FILES && index.digest().equals(expected)) {
        return index;
      }
    } catch (InvalidInputException | NullPointerException e) {
      throw changed(address, e);
    }
    throw changed(address, null);
  }

  private static WorkFailedException changed(String address, Exception cause) {
    return new WorkFailedException(
        "%s is not what was stored: it was changed, or is from another version of this program. Import the checkpoint again: it is written anew."
            .formatted(address),
        cause);
  }
}
