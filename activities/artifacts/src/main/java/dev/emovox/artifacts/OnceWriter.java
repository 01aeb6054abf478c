package dev.emovox.artifacts;

import dev.emovox.domain.ServerUnavailableException;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Stores content under a key that its digest decides, at most once: what is there and right is left
 * alone, what is there and wrong is replaced, and of several writers at once one writes.
 */
final class OnceWriter {
  private static final int ATTEMPTS = 8;

  private final Bucket bucket;

  OnceWriter(Bucket bucket) {
    this.bucket = bucket;
  }

  /**
   * Returns once the content is stored.
   *
   * @param right tells whether an object that is there already holds the content
   */
  void ensure(String key, Upload upload, Predicate<StoredObject> right) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<StoredObject> seen = bucket.stat(key);
      if (seen.isPresent() && right.test(seen.get())) {
        return;
      }
      WriteCondition condition =
          seen.map(WriteCondition::unchangedSince).orElse(WriteCondition.ABSENT);
      if (bucket.put(key, upload, condition)) {
        return;
      }
    }
    throw new ServerUnavailableException(
        "The object %s changed %d times while it was being stored. Look for another program that writes there."
            .formatted(bucket.location(key), ATTEMPTS),
        null);
  }
}
