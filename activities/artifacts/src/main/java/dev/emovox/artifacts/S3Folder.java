package dev.emovox.artifacts;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.WorkFailedException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;

/**
 * The objects directly below a prefix of a bucket, taken for files of a folder. Objects whose names
 * are no plain file names are not seen.
 *
 * <p>Safe for use by several threads.
 */
public final class S3Folder {
  private static final int LARGEST_DOCUMENT = 16 << 20;

  private final Bucket bucket;
  private final String prefix;
  private final NavigableMap<String, Long> sizes = new TreeMap<>();

  /**
   * Lists a folder.
   *
   * @param prefix without a slash at its end
   * @throws InvalidInputException if there is nothing
   */
  public S3Folder(S3Connection connection, String prefix) {
    this.bucket = new Bucket(connection);
    this.prefix = prefix + "/";
    bucket.list(
        this.prefix,
        object -> {
          String name = object.key().substring(this.prefix.length());
          if (CheckpointObject.isName(name)) {
            sizes.put(name, object.bytes());
          }
        });
    if (sizes.isEmpty()) {
      throw new InvalidInputException(
          "There is no file directly below %s. Name the prefix that holds config.json."
              .formatted(bucket.location(prefix)));
    }
  }

  /** The files' names. */
  public NavigableSet<String> names() {
    return new TreeMap<>(sizes).navigableKeySet();
  }

  /** A document of at most 16 MiB. */
  public byte[] read(String name) {
    return new VerifiedReader(bucket).readUnverified(prefix + name, LARGEST_DOCUMENT);
  }

  /**
   * Copies files into a folder that is there.
   *
   * @throws WorkFailedException if a file is gone or cut short
   * @throws InvalidInputException if the folder can't take them
   */
  public void download(Collection<String> names, Path folder, CheckpointProgress progress) {
    long total = names.stream().mapToLong(sizes::get).sum();
    TransferMeter meter = new TransferMeter(progress, total);
    requireRoom(folder, total);
    names.forEach(name -> download(name, folder.resolve(name), meter.on(name)));
  }

  private void requireRoom(Path folder, long total) {
    try {
      long room = Files.getFileStore(folder).getUsableSpace();
      if (room < total) {
        throw new InvalidInputException(
            "%s needs %d MB in %s, which has %d MB left. Make room there."
                .formatted(bucket.location(prefix), total >> 20, folder, room >> 20));
      }
    } catch (IOException e) {
      throw unusable(folder, e);
    }
  }

  private void download(String name, Path target, TransferMeter meter) {
    long expected = sizes.get(name);
    try (OutputStream out = new LocalStream(Files.newOutputStream(target))) {
      long bytes =
          bucket.stream(
              prefix + name,
              in -> meter.counting(new BoundedStream(in, expected + 1)).transferTo(out));
      if (bytes != expected) {
        throw new WorkFailedException(
            "%s changed while it was being read. Leave it alone and try again."
                .formatted(bucket.location(prefix + name)));
      }
    } catch (IOException | java.io.UncheckedIOException e) {
      throw unusable(target, e);
    }
  }

  private static InvalidInputException unusable(Path where, Exception e) {
    return new InvalidInputException(
        "%s can't be written: %s. Choose a folder with room.".formatted(where, e), e);
  }
}
