package dev.emovox.report.html;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Addresses that hold what they lead to ({@code data:}, RFC 2397). */
public final class DataAddress {
  private DataAddress() {}

  /** The address of bytes. */
  public static String of(String mediaType, byte[] content) {
    return "data:" + mediaType + ";base64," + Base64.getEncoder().encodeToString(content);
  }

  /** The address of an SVG picture; in an image element nothing of it is run. */
  public static String svg(String document) {
    return of("image/svg+xml", document.getBytes(StandardCharsets.UTF_8));
  }
}
