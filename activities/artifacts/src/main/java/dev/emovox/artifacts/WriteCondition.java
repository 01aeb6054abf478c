package dev.emovox.artifacts;

import java.util.Map;

/**
 * When the server may carry out a write. Two writers that race for one key are told apart by it.
 *
 * @param headers HTTP headers that say so
 */
record WriteCondition(Map<String, String> headers) {
  /** Always. */
  static final WriteCondition NONE = new WriteCondition(Map.of());

  /** Only if there is no object of that key. */
  static final WriteCondition ABSENT = new WriteCondition(Map.of("If-None-Match", "*"));

  /** Only if the object is still the one with this entity tag. */
  static WriteCondition unchangedSince(StoredObject seen) {
    return new WriteCondition(Map.of("If-Match", '"' + seen.etag() + '"'));
  }

  /** Whether an error means no more than that this condition did not hold: another was first. */
  boolean failedBy(S3Error error) {
    if (headers.isEmpty()) {
      return false;
    }
    // If-Match on an object that was deleted meanwhile is answered with 404.
    return error.status() == 412
        || error.status() == 409
        || error.kind() == S3Error.Kind.OBJECT_MISSING;
  }
}
