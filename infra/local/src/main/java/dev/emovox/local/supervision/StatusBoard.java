package dev.emovox.local.supervision;

import dev.emovox.local.home.JsonFile;
import dev.emovox.local.home.ServiceState;
import dev.emovox.local.home.ServiceStatus;
import dev.emovox.local.home.StackRecord;
import dev.emovox.local.process.ProcessIdentity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** What every service is doing, written to {@code stack.json} at each change. Thread-safe. */
final class StatusBoard {
  private final JsonFile<StackRecord> file;
  private final StackPlan plan;
  private final Consumer<String> log;
  private final Map<String, ServiceStatus> services = new LinkedHashMap<>();

  StatusBoard(JsonFile<StackRecord> file, StackPlan plan, Consumer<String> log) {
    this.file = file;
    this.plan = plan;
    this.log = log;
    plan.services().forEach(service -> services.put(service.name(), service.initialStatus()));
    file.write(stackRecord());
  }

  synchronized void starting(String name, long pid) {
    set(name, ServiceState.STARTING, OptionalLong.of(pid));
  }

  synchronized void running(String name, long pid) {
    set(name, ServiceState.RUNNING, OptionalLong.of(pid));
    log.accept(name + " is running, process " + pid);
  }

  synchronized void stopped(String name) {
    set(name, ServiceState.STOPPED, OptionalLong.empty());
    log.accept(name + " has ended");
  }

  synchronized void failed(String name, String problem) {
    ServiceStatus status = services.get(name);
    put(with(status, ServiceState.FAILED, OptionalLong.empty(), status.restarts(), problem));
    log.accept(problem);
  }

  synchronized void restarting(String name, String problem) {
    ServiceStatus status = services.get(name);
    put(
        with(
            status, ServiceState.RESTARTING, OptionalLong.empty(), status.restarts() + 1, problem));
    log.accept("%s: %s; starting it again".formatted(name, problem));
  }

  synchronized List<ServiceStatus> services() {
    return List.copyOf(services.values());
  }

  private void set(String name, ServiceState state, OptionalLong pid) {
    ServiceStatus status = services.get(name);
    put(with(status, state, pid, status.restarts(), status.lastProblem().orElse(null)));
  }

  private void put(ServiceStatus status) {
    services.put(status.name(), status);
    file.write(stackRecord());
  }

  private StackRecord stackRecord() {
    return new StackRecord(
        ProcessIdentity.ofThisProcess(), plan.s3Kind(), services(), plan.endpoints());
  }

  private static ServiceStatus with(
      ServiceStatus old, ServiceState state, OptionalLong pid, int restarts, String problem) {
    return new ServiceStatus(
        old.name(),
        state,
        old.address(),
        old.ui(),
        pid,
        old.version(),
        restarts,
        Optional.ofNullable(problem));
  }
}
