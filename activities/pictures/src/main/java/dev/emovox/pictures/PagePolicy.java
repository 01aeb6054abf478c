package dev.emovox.pictures;

import dev.emovox.domain.Digest;
import java.util.Base64;
import java.util.HexFormat;

/** What a page that needs nothing else may do, as a content security policy (W3C, level 3). */
public final class PagePolicy {
  private PagePolicy() {}

  /**
   * A policy by which nothing is loaded, sent or run: of styles only the page's own one, not even
   * those of single elements; pictures and sounds only if the page itself holds them.
   *
   * @param style all that stands between the tags of the page's only element {@code style}
   */
  public static String of(String style) {
    byte[] digest = HexFormat.of().parseHex(Digest.of(style).hex());
    return "default-src 'none'; img-src data:; media-src data:; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'"
        .formatted(Base64.getEncoder().encodeToString(digest));
  }
}
