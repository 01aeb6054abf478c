package dev.emovox.wav2vec2.checkpoint.file;

import dev.emovox.domain.Digest;
import dev.emovox.domain.InvalidInputException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file of any size, mapped into memory and read only: nothing is copied to the heap.
 *
 * <p>A Java buffer holds less than 2 GiB, so the file is mapped in windows of that size which begin
 * 1 GiB apart. Every slice of at most 1 GiB lies wholly in one of them. Windows are mapped when
 * first used; they overlap in address space, not in memory.
 *
 * <p>Java 17 unmaps a window when the garbage collector finds that no slice of it is left, not when
 * the file is closed. The file must not be shortened while slices of it are in use: the operating
 * system ends a process that reads a mapped page which is gone. Replacing it by a rename is safe.
 *
 * <p>Safe for use by several threads.
 */
public final class MappedFile implements AutoCloseable {
  /** The largest slice, 1 GiB. */
  public static final long LARGEST_SLICE = 1L << 30;

  private static final int DIGEST_CHUNK = 1 << 20;

  private final Path path;
  private final FileChannel channel;
  private final long size;
  private final MappedByteBuffer[] windows;

  private MappedFile(Path path, FileChannel channel) throws IOException {
    this.path = path;
    this.channel = channel;
    this.size = channel.size();
    this.windows = new MappedByteBuffer[Math.toIntExact(size / LARGEST_SLICE) + 1];
  }

  /**
   * Opens a file; links are followed.
   *
   * @throws InvalidInputException if there is no such file or it may not be read
   */
  public static MappedFile open(Path path) {
    if (Files.isDirectory(path)) {
      throw new InvalidInputException("%s is a folder where a file is expected.".formatted(path));
    }
    try {
      FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
      try {
        return new MappedFile(path, channel);
      } catch (IOException e) {
        channel.close();
        throw e;
      }
    } catch (NoSuchFileException e) {
      throw new InvalidInputException("There is no file %s.".formatted(path), e);
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  /** Where the file is. */
  public Path path() {
    return path;
  }

  /** How many bytes it has. */
  public long size() {
    return size;
  }

  /**
   * A part of the file, little-endian and read-only, from position 0.
   *
   * @param offset of its first byte, from 0
   * @param length at most {@link #LARGEST_SLICE}
   * @throws IndexOutOfBoundsException if it is not inside the file; callers check before
   */
  public ByteBuffer slice(long offset, long length) {
    if (offset < 0 || length < 0 || length > LARGEST_SLICE || offset > size - length) {
      throw new IndexOutOfBoundsException(
          "%d bytes at %d of %d in %s".formatted(length, offset, size, path));
    }
    int window = (int) (offset / LARGEST_SLICE);
    int start = (int) (offset - window * LARGEST_SLICE);
    return window(window).slice(start, (int) length).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * Copies a part of the file without mapping it, so that it takes memory only once.
   *
   * @param offset of its first byte, from 0
   * @param target is filled from its position to its limit
   * @throws IndexOutOfBoundsException if the part is not inside the file; callers check before
   * @throws InvalidInputException if it can't be read, or the file became shorter
   */
  public void read(long offset, ByteBuffer target) {
    if (offset < 0 || offset > size - target.remaining()) {
      throw new IndexOutOfBoundsException(
          "%d bytes at %d of %d in %s".formatted(target.remaining(), offset, size, path));
    }
    try {
      for (long next = offset; target.hasRemaining(); ) {
        int count = channel.read(target, next);
        if (count < 0) {
          throw new EOFException("it became shorter while it was read");
        }
        next += count;
      }
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  private ByteBuffer window(int index) {
    synchronized (windows) {
      if (!channel.isOpen()) {
        throw new IllegalStateException(path + " is closed");
      }
      if (windows[index] == null) {
        windows[index] = map(index * LARGEST_SLICE);
      }
      return windows[index];
    }
  }

  private MappedByteBuffer map(long begin) {
    try {
      return channel.map(
          FileChannel.MapMode.READ_ONLY, begin, Math.min(size - begin, Integer.MAX_VALUE));
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  /** SHA-256 over the whole file. */
  public Digest digest() {
    MessageDigest digest = sha256();
    for (long begin = 0; begin < size; begin += DIGEST_CHUNK) {
      digest.update(slice(begin, Math.min(DIGEST_CHUNK, size - begin)));
    }
    return new Digest(HexFormat.of().formatHex(digest.digest()));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static InvalidInputException unreadable(Path path, IOException cause) {
    return new InvalidInputException(
        "%s can't be read: %s. Look at its permissions and at the disk."
            .formatted(path, cause.getMessage()),
        cause);
  }

  /** Closes the file; slices that were handed out must not be used any more. */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }
}
