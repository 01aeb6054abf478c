package dev.emovox.local;

import dev.emovox.local.home.S3Kind;
import dev.emovox.local.home.ServiceCommand;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code up} is asked for.
 *
 * @param s3 the S3 server to run; what the home has, or SeaweedFS, when empty
 * @param ports ports that must be used, by name: {@code temporal}, {@code temporal-ui}, {@code s3},
 *     {@code mlflow}, {@code serving}; for the others free ones are found
 * @param services Emovox's own processes, in the order to start them
 * @param environment the variables of this process: addresses of servers that run elsewhere
 */
public record UpOptions(
    Optional<S3Kind> s3,
    Map<String, Integer> ports,
    List<ServiceCommand> services,
    Map<String, String> environment) {
  public UpOptions {
    ports = Map.copyOf(ports);
    services = List.copyOf(services);
    environment = Map.copyOf(environment);
  }

  /** The worker and the serving process of this checkout, on any free ports. */
  public static UpOptions standard(Map<String, String> environment) {
    return new UpOptions(
        Optional.empty(), Map.of(), CheckoutServices.of(Checkout.find(), environment), environment);
  }

  /** The same with another S3 server. */
  public UpOptions withS3(S3Kind kind) {
    return new UpOptions(Optional.of(kind), ports, services, environment);
  }

  /** The same with ports that must be used. */
  public UpOptions withPorts(Map<String, Integer> chosen) {
    return new UpOptions(s3, chosen, services, environment);
  }

  /** The same with more variables for Emovox's own processes. */
  public UpOptions withVariables(Map<String, String> variables) {
    return new UpOptions(
        s3, ports, services.stream().map(service -> service.with(variables)).toList(), environment);
  }
}
