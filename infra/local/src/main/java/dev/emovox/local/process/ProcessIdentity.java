package dev.emovox.local.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A process that can be told from a later one with the same number.
 *
 * @param pid its number
 * @param started when it was started
 */
public record ProcessIdentity(long pid, Instant started) {
  /** Systems tell a start time relative to the boot, whose own time is adjusted a little. */
  private static final Duration TOLERANCE = Duration.ofSeconds(1);

  /** This process. */
  public static ProcessIdentity ofThisProcess() {
    return of(ProcessHandle.current());
  }

  /** The process behind a handle. */
  public static ProcessIdentity of(ProcessHandle handle) {
    return new ProcessIdentity(handle.pid(), handle.info().startInstant().orElse(Instant.EPOCH));
  }

  /** The process, if it is still alive; never another one that got its number. */
  public Optional<ProcessHandle> find() {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isSame);
  }

  private boolean isSame(ProcessHandle handle) {
    Instant actual = of(handle).started();
    return Duration.between(started, actual).abs().compareTo(TOLERANCE) <= 0;
  }
}
