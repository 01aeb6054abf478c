package dev.emovox.cli.document;

import dev.emovox.local.home.ServiceStatus;
import dev.emovox.local.home.StackStatus;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** The local stack as {@code status --json} prints it. */
public record StackDocument(String home, boolean up, List<Service> services) {

  /** One service. */
  public record Service(
      String name,
      String state,
      Optional<String> address,
      Optional<String> ui,
      OptionalLong pid,
      Optional<String> version,
      int restarts,
      Optional<String> lastProblem) {

    private static Service of(ServiceStatus service) {
      return new Service(
          service.name(),
          service.state().name().toLowerCase(Locale.ROOT),
          service.address(),
          service.ui(),
          service.pid(),
          service.version(),
          service.restarts(),
          service.lastProblem());
    }
  }

  /** The document of a status. */
  public static StackDocument of(StackStatus status) {
    return new StackDocument(
        status.home(), status.isUp(), status.services().stream().map(Service::of).toList());
  }
}
