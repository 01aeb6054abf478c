package dev.emovox.tables;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;

/** A Parquet file in memory. */
final class MemoryInputFile implements InputFile {
  private final byte[] content;

  MemoryInputFile(byte[] content) {
    this.content = content;
  }

  @Override
  public long getLength() {
    return content.length;
  }

  @Override
  public SeekableInputStream newStream() {
    return new Stream(new Position(content));
  }

  /** An array stream whose position can be asked and set. */
  private static final class Position extends ByteArrayInputStream {
    Position(byte[] content) {
      super(content);
    }

    long get() {
      return pos;
    }

    void set(long position) throws EOFException {
      if (position < 0 || position > count) {
        throw new EOFException("offset " + position + " is outside the file's " + count + " bytes");
      }
      pos = (int) position;
    }
  }

  private static final class Stream extends DelegatingSeekableInputStream {
    private final Position position;

    Stream(Position position) {
      super(position);
      this.position = position;
    }

    @Override
    public long getPos() {
      return position.get();
    }

    @Override
    public void seek(long newPosition) throws EOFException {
      position.set(newPosition);
    }
  }
}
