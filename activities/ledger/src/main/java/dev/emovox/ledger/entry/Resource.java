package dev.emovox.ledger.entry;

import dev.emovox.domain.Digest;
import java.util.Objects;

/**
 * Bytes that an entry is about or rests on.
 *
 * @param name path within the bucket, or what they are
 * @param digest SHA-256 of the bytes
 */
public record Resource(String name, Digest digest) {

  public Resource {
    EntryText.require("the name of a resource", name);
    Objects.requireNonNull(digest, "digest");
  }
}
