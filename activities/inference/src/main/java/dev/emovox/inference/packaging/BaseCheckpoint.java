package dev.emovox.inference.packaging;

import dev.emovox.domain.Digest;
import java.util.Objects;

/**
 * A checkpoint from elsewhere.
 *
 * @param source where it was got, for example {@code owner/name@revision}
 * @param digest digest over its files
 */
public record BaseCheckpoint(String source, Digest digest) {

  public BaseCheckpoint {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(digest, "digest");
  }
}
