package dev.emovox.report.collect;

import dev.emovox.domain.Digest;
import dev.emovox.report.data.ConfusedClip;

/**
 * What a report reads of a row of the manifest.
 *
 * @param id of the clip
 * @param speaker who speaks
 * @param contentDigest of the file's bytes, {@code sha256:…}
 * @param container of the file
 * @param seconds length
 * @param bytes size
 */
record ManifestClip(
    String id, String speaker, String contentDigest, String container, double seconds, long bytes) {

  /** Where the sound is. */
  ConfusedClip.Audio audio() {
    return new ConfusedClip.Audio(Digest.parse(contentDigest), container, seconds, bytes);
  }
}
