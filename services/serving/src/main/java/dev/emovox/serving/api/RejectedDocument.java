package dev.emovox.serving.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.emovox.domain.Digest;
import dev.emovox.serving.model.Rejection;
import java.time.Instant;

/**
 * A version that the alias points to and that was refused, or taken back.
 *
 * @param version version in the registry
 * @param digest the digest that the registry has for it; absent if none
 * @param reason why it was refused
 * @param attempts how often it was tried
 * @param nextAttempt when it is tried again; absent if not before the alias has pointed elsewhere
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RejectedDocument(
    String version, String digest, String reason, int attempts, Instant nextAttempt) {

  static RejectedDocument of(Rejection rejection) {
    return new RejectedDocument(
        rejection.pointer().version(),
        rejection.pointer().digest().map(Digest::toString).orElse(null),
        rejection.reason(),
        rejection.attempts(),
        rejection.nextAttempt().orElse(null));
  }
}
