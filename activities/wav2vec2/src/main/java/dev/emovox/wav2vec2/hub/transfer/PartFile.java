package dev.emovox.wav2vec2.hub.transfer;

import dev.emovox.domain.InvalidInputException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What came of a file so far, beside where the file will be: {@code NAME.part}, and {@code
 * NAME.part.etag} with the entity tag of what it is a part of.
 */
final class PartFile {
  private static final Pattern STRONG_TAG = Pattern.compile("\"[\\x21\\x23-\\x7e]{1,200}\"");

  private final Path target;
  private final Path part;
  private final Path tag;

  PartFile(Path target) {
    this.target = target;
    this.part = target.resolveSibling(target.getFileName() + ".part");
    this.tag = target.resolveSibling(target.getFileName() + ".part.etag");
  }

  /** Something on the disk. */
  interface DiskWork<T> {
    T run() throws IOException;
  }

  /** Tells the disk's failures from the connection's, which are IOExceptions too. */
  private <T> T onDisk(DiskWork<T> work) {
    try {
      return work.run();
    } catch (IOException e) {
      throw new InvalidInputException(
          "%s can't be written or read: %s. Make room there, or choose another EMOVOX_HOME."
              .formatted(part, e),
          e);
    }
  }

  long size() {
    return onDisk(() -> Files.exists(part) ? Files.size(part) : 0);
  }

  /** The entity tag for a request of the rest; only a strong one identifies bytes. */
  Optional<String> entityTag() {
    return onDisk(() -> Files.exists(tag) ? Optional.of(Files.readString(tag)) : Optional.empty());
  }

  /** Throws away what there is. */
  void clear() {
    onDisk(() -> Files.deleteIfExists(tag));
    onDisk(() -> Files.deleteIfExists(part));
  }

  /** Starts anew with what an answer without a range brings. */
  void restart(Optional<String> entityTag) {
    clear();
    entityTag
        .filter(text -> STRONG_TAG.matcher(text).matches())
        .ifPresent(text -> onDisk(() -> Files.writeString(tag, text)));
  }

  /** Takes what comes next. */
  Appender append() {
    return new Appender(
        onDisk(
            () ->
                Files.newOutputStream(part, StandardOpenOption.CREATE, StandardOpenOption.APPEND)));
  }

  /** Writes at the end; its failures are the disk's. */
  final class Appender implements AutoCloseable {
    private final OutputStream out;

    private Appender(OutputStream out) {
      this.out = out;
    }

    void write(byte[] buffer, int length) {
      onDisk(
          () -> {
            out.write(buffer, 0, length);
            return null;
          });
    }

    @Override
    public void close() {
      onDisk(
          () -> {
            out.close();
            return null;
          });
    }
  }

  FileDigest digest(FileDigest.Kind kind) {
    return onDisk(() -> FileDigest.of(kind, part));
  }

  /** Makes it the file. */
  void finish() {
    onDisk(() -> Files.move(part, target, StandardCopyOption.REPLACE_EXISTING));
    onDisk(() -> Files.deleteIfExists(tag));
  }
}
