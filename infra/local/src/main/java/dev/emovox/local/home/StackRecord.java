package dev.emovox.local.home;

import dev.emovox.local.process.ProcessIdentity;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code stack.json} holds: the last that a supervisor said about its stack.
 *
 * @param supervisor the process that wrote it
 * @param s3Kind which S3 server it runs; none when that is elsewhere
 * @param services every service
 * @param endpoints variables that say where the servers are; secrets as names of files
 */
public record StackRecord(
    ProcessIdentity supervisor,
    Optional<S3Kind> s3Kind,
    List<ServiceStatus> services,
    Map<String, String> endpoints) {
  /** The file of a home. */
  public static JsonFile<StackRecord> file(Home home) {
    return new JsonFile<>(home.folder().resolve("stack.json"), StackRecord.class);
  }

  /** Whether the supervisor is still alive. */
  public boolean hasSupervisor() {
    return supervisor.find().isPresent();
  }

  /** The same stack after its supervisor has ended. */
  public StackRecord stopped() {
    return new StackRecord(
        supervisor, s3Kind, services.stream().map(ServiceStatus::stopped).toList(), endpoints);
  }
}
