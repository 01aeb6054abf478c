package dev.emovox.local.home;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * One service of the stack.
 *
 * @param name {@code temporal}, {@code s3}, {@code mlflow}, {@code worker} or {@code serving}
 * @param state what it is doing
 * @param address where it answers: host and port, or an address for a browser; none for the worker
 * @param ui address of its pages, where they have one of their own
 * @param pid its process, while it has one
 * @param version the server's version, as far as known
 * @param restarts how often it had to be started again since {@code up}
 * @param lastProblem why it was last started again, or failed
 */
public record ServiceStatus(
    String name,
    ServiceState state,
    Optional<String> address,
    Optional<String> ui,
    OptionalLong pid,
    Optional<String> version,
    int restarts,
    Optional<String> lastProblem) {
  /** The same service after its supervisor has ended. */
  public ServiceStatus stopped() {
    return new ServiceStatus(
        name,
        state == ServiceState.EXTERNAL || state == ServiceState.FAILED
            ? state
            : ServiceState.STOPPED,
        address,
        ui,
        OptionalLong.empty(),
        version,
        restarts,
        lastProblem);
  }
}
