package dev.emovox.artifacts;

import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.Digest;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.WorkFailedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checkpoints of work that is under way, so that another attempt at it need not begin anew. Those
 * of a piece of work are numbered by how far it was: {@code training/STAGE/KEY/NUMBER.json} names
 * the files {@code training/STAGE/KEY/NUMBER/DIGEST} and is written last, so a checkpoint is whole
 * or not there. Nothing in one is believed before it was compared with its digest.
 *
 * <p>Every method throws {@link dev.emovox.domain.ServerUnavailableException} if the server is
 * away. Safe for use by several threads and by attempts that overlap: none damages a checkpoint
 * that another reads, although it may remove it.
 */
public final class TrainingCheckpoints {
  private static final Logger LOG = System.getLogger(TrainingCheckpoints.class.getName());
  private static final String FOLDER = "training/";
  private static final int LARGEST_INDEX = 1 << 16;
  private static final Pattern NAME = Pattern.compile("([0-9]{12})(?:\\.json|/[0-9a-f]{64})");
  private static final ArtifactKind INDEX = ArtifactKind.json("training-checkpoint");

  private final Bucket bucket;
  private final VerifiedReader reader;
  private final LargeObjects objects;

  /** Checkpoints in the connection's bucket. */
  public TrainingCheckpoints(S3Connection connection) {
    this.bucket = new Bucket(connection);
    this.reader = new VerifiedReader(bucket);
    this.objects = new LargeObjects(bucket);
  }

  /**
   * Stores a checkpoint.
   *
   * @param work what is under way
   * @param number how far it is; of two checkpoints the one with the higher number is newer
   * @param files by whose names they are found again
   */
  public void save(StepKey work, long number, Collection<Path> files) {
    List<CheckpointObject> entries = new ArrayList<>();
    for (Path file : files) {
      CheckpointObject entry = describe(file);
      objects.put(
          key(work, number, entry), file, entry, new TransferMeter(CheckpointProgress.none(), 0));
      entries.add(entry);
    }
    byte[] index = new TrainingCheckpointIndex(work.digest(), number, entries).write();
    bucket.put(indexKey(work, number), Upload.of(index, INDEX), WriteCondition.NONE);
  }

  private static CheckpointObject describe(Path file) {
    try {
      return new CheckpointObject(file.getFileName().toString(), Digest.of(file), Files.size(file));
    } catch (IOException e) {
      throw new InvalidInputException("The file " + file + " can't be read: " + e + ".", e);
    }
  }

  /**
   * Fetches the newest checkpoint that is whole. One that is damaged is passed over with a warning.
   *
   * @param folder takes the files; empty
   * @return its number; nothing if there is none
   * @throws InvalidInputException if the folder can't take the files
   */
  public OptionalLong fetchNewest(StepKey work, Path folder, CheckpointProgress progress) {
    for (long number : numbers(work).descendingSet()) {
      try {
        fetch(work, number, folder, progress);
        return OptionalLong.of(number);
      } catch (WorkFailedException e) {
        LOG.log(
            Level.WARNING,
            "Checkpoint {0} of {1} can''t be used, an older one may be: {2}",
            Long.toString(number),
            work,
            e.getMessage());
        clear(folder);
      }
    }
    return OptionalLong.empty();
  }

  private void fetch(StepKey work, long number, Path folder, CheckpointProgress progress) {
    String key = indexKey(work, number);
    byte[] content =
        bucket
            .readSmall(key, LARGEST_INDEX)
            .orElseThrow(() -> new WorkFailedException(bucket.location(key) + " is gone."));
    TrainingCheckpointIndex index =
        TrainingCheckpointIndex.read(content, work, number, bucket.location(key).uri());
    TransferMeter meter = new TransferMeter(progress, index.bytes());
    for (CheckpointObject file : index.files()) {
      String address = bucket.location(key(work, number, file)).uri();
      ArtifactRef artifact =
          new ArtifactRef(address, file.digest(), file.bytes(), "application/octet-stream", 1);
      new VerifiedDownload(reader, meter.on(file.name()))
          .copy(artifact, folder.resolve(file.name()));
    }
  }

  private static void clear(Path folder) {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("emptying " + folder, e);
    }
  }

  /** The numbers of checkpoints whose index is there. */
  public NavigableSet<Long> numbers(StepKey work) {
    NavigableSet<Long> numbers = new TreeSet<>();
    visit(
        work,
        (number, key) -> {
          if (key.endsWith(".json")) {
            numbers.add(number);
          }
        });
    return numbers;
  }

  /** Removes all but the newest few, and what was left of older ones that never became whole. */
  public void keepNewest(StepKey work, int most) {
    NavigableSet<Long> numbers = numbers(work);
    while (numbers.size() > most) {
      numbers.pollFirst();
    }
    if (!numbers.isEmpty()) {
      removeBelow(work, numbers.first());
    }
  }

  /** Removes all checkpoints of some work. */
  public void remove(StepKey work) {
    removeBelow(work, Long.MAX_VALUE);
  }

  /** An index sorts before its files, so that it goes first. */
  private void removeBelow(StepKey work, long first) {
    List<String> keys = new ArrayList<>();
    visit(
        work,
        (number, key) -> {
          if (number < first) {
            keys.add(key);
          }
        });
    keys.forEach(bucket::remove);
  }

  private interface Visitor {
    void at(long number, String key);
  }

  private void visit(StepKey work, Visitor visitor) {
    String prefix = prefix(work);
    bucket.list(
        prefix,
        object -> {
          Matcher name = NAME.matcher(object.key().substring(prefix.length()));
          if (name.matches()) {
            visitor.at(Long.parseLong(name.group(1)), object.key());
          }
        });
  }

  private static String prefix(StepKey work) {
    return FOLDER + work.stage() + "/" + work.digest().hex() + "/";
  }

  private static String indexKey(StepKey work, long number) {
    return prefix(work) + String.format(Locale.ROOT, "%012d.json", number);
  }

  private static String key(StepKey work, long number, CheckpointObject file) {
    return prefix(work) + String.format(Locale.ROOT, "%012d/%s", number, file.digest().hex());
  }
}
