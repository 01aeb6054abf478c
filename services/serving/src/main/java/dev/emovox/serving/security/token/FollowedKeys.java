package dev.emovox.serving.security.token;

import dev.emovox.domain.ServerUnavailableException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The issuer's keys as they are now, or were when it could last be asked. Reading never waits;
 * {@link #tick} asks when it is time to: regularly, and soon after a token came whose key is not
 * among them, for issuers change their keys. Reading is safe for several threads, ticking is for
 * one.
 */
final class FollowedKeys {
  private static final Duration REGULAR = Duration.ofMinutes(5);

  /** Between two questions at least, so that made-up keys of strangers make no load. */
  private static final Duration SHORTEST = Duration.ofSeconds(10);

  private final Source source;
  private final LongSupplier nanos;
  private final Consumer<String> log;
  private final AtomicBoolean missed = new AtomicBoolean();
  private volatile SigningKeys keys = SigningKeys.NONE;
  private long asked;
  private boolean first = true;
  private String trouble = "";

  /** Where the keys are from. */
  @FunctionalInterface
  interface Source {
    /**
     * The keys of now.
     *
     * @throws ServerUnavailableException if they can't be had
     */
    SigningKeys keys() throws InterruptedException;
  }

  /**
   * Knows no keys yet.
   *
   * @param nanos the time, of a clock that never goes back
   * @param log is told once of each new reason why the keys can't be had
   */
  FollowedKeys(Source source, LongSupplier nanos, Consumer<String> log) {
    this.source = source;
    this.nanos = nanos;
    this.log = log;
  }

  /** The keys that were there when the issuer was last asked with success. */
  SigningKeys now() {
    return keys;
  }

  /** A token named a key that is not there. */
  void missed() {
    missed.set(true);
  }

  /** Asks the issuer if it is time to. */
  void tick() {
    Duration since = Duration.ofNanos(nanos.getAsLong() - asked);
    boolean wanted = missed.get() || keys.keys().isEmpty();
    if (first || since.compareTo(wanted ? SHORTEST : REGULAR) >= 0) {
      first = false;
      ask();
      asked = nanos.getAsLong();
    }
  }

  private void ask() {
    missed.set(false);
    try {
      keys = source.keys();
      trouble = "";
    } catch (ServerUnavailableException e) {
      tell(e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tell(String reason) {
    if (!reason.equals(trouble)) {
      log.accept(reason);
      trouble = reason;
    }
  }
}
