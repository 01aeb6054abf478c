package dev.emovox.local.home;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How to run one of Emovox's own processes. It gets the endpoints of all servers as environment
 * variables, secrets by files.
 *
 * @param name {@code worker} or {@code serving}
 * @param command program and arguments
 * @param environment further variables; a value may contain {@code {port}}
 * @param http how it answers over HTTP; none when it does not
 */
public record ServiceCommand(
    String name, List<String> command, Map<String, String> environment, Optional<Http> http) {
  public ServiceCommand {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }

  /** The same with more variables, which come before those of the same name. */
  public ServiceCommand with(Map<String, String> variables) {
    Map<String, String> all = new HashMap<>(environment);
    all.putAll(variables);
    return new ServiceCommand(name, command, all, http);
  }

  /**
   * A service's HTTP interface on the loopback address.
   *
   * @param port the port that it gets if that is free; 0 for any
   * @param healthPath answers with success once the service is up
   */
  public record Http(int port, String healthPath) {}
}
