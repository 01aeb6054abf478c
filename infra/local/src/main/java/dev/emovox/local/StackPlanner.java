package dev.emovox.local;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.local.home.Home;
import dev.emovox.local.home.HomeChoices;
import dev.emovox.local.home.HomePorts;
import dev.emovox.local.home.S3Kind;
import dev.emovox.local.home.ServiceCommand;
import dev.emovox.local.provisioning.ServerPrograms;
import dev.emovox.local.supervision.PlannedService;
import dev.emovox.local.supervision.StackPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Decides what a stack consists of: programs, ports, data folders, and what runs elsewhere. */
final class StackPlanner {
  private final Home home;
  private final UpOptions options;
  private final HomeChoices remembered;
  private final HomePorts ports;
  private final Map<String, String> endpoints = new HashMap<>();
  private final PlannedServers servers;

  StackPlanner(Home home, UpOptions options, ServerPrograms programs) {
    this.home = home;
    this.options = options;
    this.remembered = HomeChoices.of(home);
    this.ports = new HomePorts(options.ports(), remembered.ports());
    this.servers = new PlannedServers(home, programs, ports, options.environment(), endpoints);
  }

  /** The plan; the choices in it are remembered in the home. */
  StackPlan plan() {
    List<PlannedService> services = new ArrayList<>();
    Optional<S3Kind> s3 = servers.runsElsewhere("EMOVOX_S3_URL") ? Optional.empty() : s3Kind();
    services.add(servers.temporal());
    services.add(servers.s3(s3));
    services.add(servers.mlflow());
    planOwnPorts();
    options.services().forEach(command -> services.add(servers.own(command)));
    Map<String, Integer> all = new HashMap<>(remembered.ports());
    all.putAll(ports.chosen());
    HomeChoices.file(home).write(remembered.withServers(s3.or(remembered::s3), all));
    return new StackPlan(s3, services, endpoints);
  }

  /** Every process of ours learns where the prediction service is, whichever starts first. */
  private void planOwnPorts() {
    for (ServiceCommand command : options.services()) {
      command.http().ifPresent(http -> servers.reserve(command.name(), http));
    }
  }

  private Optional<S3Kind> s3Kind() {
    S3Kind kind = options.s3().or(remembered::s3).orElse(S3Kind.SEAWEEDFS);
    remembered.s3().filter(old -> old != kind).ifPresent(old -> refuseSwitch(old, kind));
    return Optional.of(kind);
  }

  private void refuseSwitch(S3Kind old, S3Kind kind) {
    Path data = home.data().resolve(old.id());
    if (!isEmpty(data)) {
      throw new InvalidInputException(
          "The artefacts of this home are in %s (%s), so it can't start with %s: everything in it would seem lost. Start it with `--s3 %s`, or use another home by EMOVOX_HOME."
              .formatted(old.id(), data, kind.id(), old.id()));
    }
  }

  private static boolean isEmpty(Path folder) {
    if (!Files.isDirectory(folder)) {
      return true;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    } catch (IOException e) {
      throw new UncheckedIOException("can't list " + folder, e);
    }
  }
}
