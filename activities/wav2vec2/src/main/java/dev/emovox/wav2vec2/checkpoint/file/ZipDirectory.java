package dev.emovox.wav2vec2.checkpoint.file;

import dev.emovox.domain.InvalidInputException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The central directory of a zip archive (PKWARE's APPNOTE 6.3, sections 4.3 and 4.5), with the
 * 64-bit fields. Comments name its sections.
 */
final class ZipDirectory {
  private static final int END_SIGNATURE = 0x06054b50;
  private static final int END_BYTES = 22;
  private static final int LONGEST_COMMENT = 0xffff;
  private static final int LOCATOR_SIGNATURE = 0x07064b50;
  private static final int LOCATOR_BYTES = 20;
  private static final int END64_SIGNATURE = 0x06064b50;
  private static final int END64_BYTES = 56;
  private static final int CENTRAL_SIGNATURE = 0x02014b50;
  private static final int CENTRAL_BYTES = 46;
  private static final int LOCAL_SIGNATURE = 0x04034b50;
  private static final int LOCAL_BYTES = 30;
  private static final int ENCRYPTED = 1;
  private static final int STORED = 0;
  private static final long IN_EXTRA_32 = 0xffffffffL;
  private static final int EXTRA_64 = 1;
  private static final int MOST_ENTRIES = 20_000;
  private static final long LARGEST_DIRECTORY = 16 << 20;
  private static final Pattern SAFE_NAME =
      Pattern.compile("(?!/)(?!.*\\.\\.)[^\\\\\\p{Cntrl}:]{1,512}");

  private final MappedFile file;

  ZipDirectory(MappedFile file) {
    this.file = file;
  }

  /** Where the directory is. */
  private record Extent(long offset, long length, long entries) {}

  List<StoredZip.Entry> entries() {
    Extent extent = extent();
    if (extent.entries() > MOST_ENTRIES || extent.length() > LARGEST_DIRECTORY) {
      throw malformed("it has more than %d entries".formatted(MOST_ENTRIES));
    }
    ByteBuffer directory = slice(extent.offset(), extent.length());
    List<StoredZip.Entry> entries = new ArrayList<>();
    for (long i = 0; i < extent.entries(); i++) {
      entries.add(entry(directory, extent.offset()));
    }
    if (directory.hasRemaining()) {
      throw malformed("its directory is longer than its entries");
    }
    return entries;
  }

  /** 4.3.16: the end record, after which only a comment follows. */
  private Extent extent() {
    long searched = Math.min(file.size(), END_BYTES + LONGEST_COMMENT);
    long begin = file.size() - searched;
    ByteBuffer tail = file.slice(begin, searched);
    for (int at = tail.limit() - END_BYTES; at >= 0; at--) {
      if (tail.getInt(at) == END_SIGNATURE
          && at + END_BYTES + Short.toUnsignedInt(tail.getShort(at + 20)) == tail.limit()) {
        return extent(begin + at, file.slice(begin + at, END_BYTES));
      }
    }
    throw malformed("it has no directory at its end");
  }

  private Extent extent(long at, ByteBuffer end) {
    if (at >= LOCATOR_BYTES) {
      ByteBuffer locator = file.slice(at - LOCATOR_BYTES, LOCATOR_BYTES);
      if (locator.getInt(0) == LOCATOR_SIGNATURE) {
        return extent64(locator.getLong(8));
      }
    }
    return new Extent(
        Integer.toUnsignedLong(end.getInt(16)),
        Integer.toUnsignedLong(end.getInt(12)),
        Short.toUnsignedLong(end.getShort(10)));
  }

  /** 4.3.14: the end record with 64-bit numbers. */
  private Extent extent64(long at) {
    ByteBuffer end = slice(at, END64_BYTES);
    if (end.getInt(0) != END64_SIGNATURE) {
      throw malformed("its 64-bit directory is not where it is said to be");
    }
    Extent extent = new Extent(end.getLong(48), end.getLong(40), end.getLong(32));
    if (extent.offset() < 0 || extent.length() < 0 || extent.entries() < 0) {
      throw malformed("its directory has negative numbers");
    }
    return extent;
  }

  /** 4.3.12: one entry of the directory, from which the buffer is moved on. */
  private StoredZip.Entry entry(ByteBuffer directory, long directoryOffset) {
    if (directory.remaining() < CENTRAL_BYTES || directory.getInt() != CENTRAL_SIGNATURE) {
      throw malformed("its directory has fewer entries than it says");
    }
    int start = directory.position() - Integer.BYTES;
    directory.position(start + CENTRAL_BYTES);
    String name = name(directory, Short.toUnsignedInt(directory.getShort(start + 28)));
    ByteBuffer extra = part(directory, Short.toUnsignedInt(directory.getShort(start + 30)));
    part(directory, Short.toUnsignedInt(directory.getShort(start + 32)));
    int method = directory.getShort(start + 10);
    if (method != STORED || (directory.getShort(start + 8) & ENCRYPTED) != 0) {
      throw malformed("entry %s is compressed or encrypted".formatted(name));
    }
    long[] numbers = {
      Integer.toUnsignedLong(directory.getInt(start + 24)),
      Integer.toUnsignedLong(directory.getInt(start + 20)),
      Integer.toUnsignedLong(directory.getInt(start + 42))
    };
    widen(numbers, extra, name);
    if (numbers[0] != numbers[1]) {
      throw malformed("entry %s has another size inside than outside".formatted(name));
    }
    return located(name, numbers[2], numbers[0], directoryOffset);
  }

  /** 4.5.3: those of size, stored size and offset that did not fit are in the extra field. */
  private void widen(long[] numbers, ByteBuffer extra, String name) {
    while (extra.remaining() >= 2 * Short.BYTES) {
      int id = Short.toUnsignedInt(extra.getShort());
      ByteBuffer field = part(extra, Short.toUnsignedInt(extra.getShort()));
      for (int i = 0; id == EXTRA_64 && i < numbers.length; i++) {
        if (numbers[i] == IN_EXTRA_32 && field.remaining() >= Long.BYTES) {
          numbers[i] = field.getLong();
        }
      }
    }
    for (long number : numbers) {
      if (number < 0 || number == IN_EXTRA_32) {
        throw malformed("the sizes of entry %s are not told".formatted(name));
      }
    }
  }

  /** 4.3.7: the content follows the local header, whose own fields differ in length. */
  private StoredZip.Entry located(String name, long header, long length, long directoryOffset) {
    ByteBuffer local = slice(header, LOCAL_BYTES);
    if (local.getInt(0) != LOCAL_SIGNATURE) {
      throw malformed("entry %s is not where the directory says".formatted(name));
    }
    int nameLength = Short.toUnsignedInt(local.getShort(26));
    ByteBuffer localName = slice(header + LOCAL_BYTES, nameLength);
    if (!StandardCharsets.UTF_8.decode(localName).toString().equals(name)) {
      throw malformed("entry %s has another name at its place".formatted(name));
    }
    long offset = header + LOCAL_BYTES + nameLength + Short.toUnsignedLong(local.getShort(28));
    if (offset > directoryOffset || length > directoryOffset - offset) {
      throw malformed("entry %s goes beyond the archive".formatted(name));
    }
    return new StoredZip.Entry(name, header, offset, length);
  }

  private String name(ByteBuffer directory, int length) {
    String name = StandardCharsets.UTF_8.decode(part(directory, length)).toString();
    if (!SAFE_NAME.matcher(name).matches()) {
      throw malformed("it has an entry whose name is no plain path");
    }
    return name;
  }

  private ByteBuffer part(ByteBuffer whole, int length) {
    if (whole.remaining() < length) {
      throw malformed("its directory is cut off");
    }
    ByteBuffer part = whole.slice(whole.position(), length).order(whole.order());
    whole.position(whole.position() + length);
    return part;
  }

  private ByteBuffer slice(long offset, long length) {
    if (offset < 0 || length < 0 || offset > file.size() - length) {
      throw malformed("it refers to bytes beyond its end");
    }
    return file.slice(offset, length);
  }

  private InvalidInputException malformed(String what) {
    return StoredZip.malformed(file.path().toString(), what);
  }
}
