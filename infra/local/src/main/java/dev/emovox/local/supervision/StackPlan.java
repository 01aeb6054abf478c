package dev.emovox.local.supervision;

import dev.emovox.local.home.S3Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A stack, before it is started.
 *
 * @param s3Kind which S3 server it runs; none when that is elsewhere
 * @param services every service, in the order in which people see them
 * @param endpoints variables that say where the servers are; secrets as names of files
 */
public record StackPlan(
    Optional<S3Kind> s3Kind, List<PlannedService> services, Map<String, String> endpoints) {
  public StackPlan {
    services = List.copyOf(services);
    endpoints = Map.copyOf(endpoints);
  }
}
