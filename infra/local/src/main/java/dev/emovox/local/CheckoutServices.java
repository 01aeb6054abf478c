package dev.emovox.local;

import dev.emovox.local.home.HomePorts;
import dev.emovox.local.home.ServiceCommand;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** How the worker and the serving process that were built in a checkout are run. */
final class CheckoutServices {
  private static final int SERVING_PORT = 8080;

  private CheckoutServices() {}

  static List<ServiceCommand> of(Checkout checkout, Map<String, String> environment) {
    Path services = checkout.root().resolve("services");
    return Stream.of(
            worker(services.resolve("worker/target/emovox-worker.jar")),
            serving(services.resolve("serving/target/quarkus-app/quarkus-run.jar")))
        .map(command -> command.with(LibtorchVariables.missing(environment)))
        .toList();
  }

  private static ServiceCommand worker(Path jar) {
    return new ServiceCommand(
        "worker",
        List.of(java(), "-jar", jar.toString()),
        Map.of("EMOVOX_WORKER_PORT", "{port}"),
        Optional.of(new ServiceCommand.Http(HomePorts.ANY, "/health")));
  }

  private static ServiceCommand serving(Path jar) {
    return new ServiceCommand(
        "serving",
        List.of(java(), "-jar", jar.toString()),
        Map.of("EMOVOX_SERVING_HOST", "127.0.0.1", "EMOVOX_SERVING_PORT", "{port}"),
        Optional.of(new ServiceCommand.Http(SERVING_PORT, "/q/health/live")));
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
