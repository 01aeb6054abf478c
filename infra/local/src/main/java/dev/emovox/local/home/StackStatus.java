package dev.emovox.local.home;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The stack of one home.
 *
 * @param home the home's folder
 * @param supervisor process of the supervisor, while it runs
 * @param s3Kind which S3 server it runs; none when that is elsewhere or nothing was started yet
 * @param services every service, in the order in which they are started
 */
public record StackStatus(
    String home, OptionalLong supervisor, Optional<S3Kind> s3Kind, List<ServiceStatus> services) {
  public StackStatus {
    services = List.copyOf(services);
  }

  /** Whether a supervisor looks after the stack now. */
  public boolean isUp() {
    return supervisor.isPresent();
  }
}
