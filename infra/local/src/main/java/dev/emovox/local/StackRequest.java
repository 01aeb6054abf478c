package dev.emovox.local;

import dev.emovox.local.home.Home;
import dev.emovox.local.home.JsonFile;
import dev.emovox.local.home.S3Kind;
import dev.emovox.local.home.ServiceCommand;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a supervisor in the background is asked for. The environment is not in it: the process
 * inherits that, and secrets may be there.
 */
record StackRequest(
    Optional<S3Kind> s3, Map<String, Integer> ports, List<ServiceCommand> services) {
  static JsonFile<StackRequest> file(Home home) {
    return new JsonFile<>(home.run().resolve("request.json"), StackRequest.class);
  }

  static StackRequest of(UpOptions options) {
    return new StackRequest(options.s3(), options.ports(), options.services());
  }

  UpOptions options(Map<String, String> environment) {
    return new UpOptions(s3, ports, services, environment);
  }
}
