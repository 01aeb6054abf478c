package dev.emovox.local.supervision;

import dev.emovox.local.home.ServiceState;
import dev.emovox.local.home.ServiceStatus;
import dev.emovox.local.servers.ServerLaunch;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One service of a stack, before it is started.
 *
 * @param name its name
 * @param launch how it is started; none when it runs elsewhere
 * @param stage services of a stage are started together, once all earlier stages answer
 * @param address where it answers
 * @param ui its pages
 * @param version its version
 */
public record PlannedService(
    String name,
    Optional<ServerLaunch> launch,
    int stage,
    Optional<String> address,
    Optional<String> ui,
    Optional<String> version) {
  /** A service that runs elsewhere. */
  public static PlannedService external(String name, String address) {
    return new PlannedService(
        name, Optional.empty(), 0, Optional.of(address), Optional.empty(), Optional.empty());
  }

  /** Its status before anything is started. */
  ServiceStatus initialStatus() {
    return new ServiceStatus(
        name,
        launch.isPresent() ? ServiceState.STOPPED : ServiceState.EXTERNAL,
        address,
        ui,
        OptionalLong.empty(),
        version,
        0,
        Optional.empty());
  }
}
