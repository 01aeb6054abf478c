package dev.emovox.corpora;

import dev.emovox.corpora.naming.ClipName;

/**
 * A clip that could be decoded.
 *
 * @param row its row of the manifest
 * @param name what its name said
 */
record DecodedClip(ManifestRow row, ClipName name) {

  /** The file's name without folders. */
  String fileName() {
    return row.path().substring(row.path().lastIndexOf('/') + 1);
  }

  Reject reject(RejectReason reason, String detail) {
    return new Reject(row.path(), row.corpus(), reason.code(), detail);
  }
}
