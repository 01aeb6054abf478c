package dev.emovox.wav2vec2.hub.transfer;

import java.net.http.HttpHeaders;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which bytes an answer holds (RFC 9110, 14.4).
 *
 * @param first position of the first byte; -1 if the header is missing or can't be read
 * @param last position of the last byte
 * @param size of the whole; -1 if that is not told
 */
record ContentRange(long first, long last, long size) {
  private static final Pattern WRITTEN =
      Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18}|\\*)");

  static ContentRange of(HttpHeaders headers) {
    Matcher parts = WRITTEN.matcher(headers.firstValue("Content-Range").orElse(""));
    if (!parts.matches()) {
      return new ContentRange(-1, -1, -1);
    }
    String size = parts.group(3);
    return new ContentRange(
        Long.parseLong(parts.group(1)),
        Long.parseLong(parts.group(2)),
        size.equals("*") ? -1 : Long.parseLong(size));
  }

  /** Whether these are all bytes from a position to the end. */
  boolean isRest(long from, long whole) {
    return first == from && last == whole - 1 && (size == whole || size == -1);
  }
}
