package dev.emovox.artifacts;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Adds up what passes through streams, one file after the other, and tells of it. */
final class TransferMeter {
  private final CheckpointProgress progress;
  private final long total;
  private String file = "";
  private long done;

  TransferMeter(CheckpointProgress progress, long total) {
    this.progress = progress;
    this.total = total;
  }

  /** What follows belongs to this file. */
  TransferMeter on(String name) {
    file = name;
    return this;
  }

  void passed(long bytes) {
    if (bytes > 0) {
      done += bytes;
      progress.at(file, done, total);
    }
  }

  /** Counts what is read. */
  InputStream counting(InputStream in) {
    return new FilterInputStream(in) {
      @Override
      public int read() throws IOException {
        int value = super.read();
        passed(value < 0 ? 0 : 1);
        return value;
      }

      @Override
      public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        passed(read);
        return read;
      }
    };
  }

  /** Counts what is written. */
  OutputStream counting(OutputStream out) {
    return new FilterOutputStream(out) {
      @Override
      public void write(byte[] buffer, int offset, int length) throws IOException {
        out.write(buffer, offset, length);
        passed(length);
      }
    };
  }
}
