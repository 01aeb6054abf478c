package dev.emovox.local.doctor;

import dev.emovox.local.home.Home;
import dev.emovox.local.home.StackRecord;
import dev.emovox.local.process.FreePorts;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The ports that the stack uses where they are free. */
final class PortChecks {
  private static final Map<String, Integer> USUAL =
      new TreeMap<>(
          Map.of(
              "temporal", 7233, "temporal-ui", 8233, "s3", 8333, "mlflow", 5000, "serving", 8080));

  private final Home home;

  PortChecks(Home home) {
    this.home = home;
  }

  /** Never a failure: where one is taken, `up` finds another. */
  List<Check> all() {
    boolean running = StackRecord.file(home).read().map(StackRecord::hasSupervisor).orElse(false);
    if (running) {
      return List.of(new Check("ports", true, "in use by the running stack of this home", ""));
    }
    List<String> taken =
        USUAL.entrySet().stream()
            .filter(port -> !FreePorts.isFree(port.getValue()))
            .map(port -> "%d (%s)".formatted(port.getValue(), port.getKey()))
            .toList();
    return List.of(
        taken.isEmpty()
            ? new Check("ports", true, "the usual ones are free", "")
            : new Check(
                "ports",
                true,
                "taken: " + String.join(", ", taken),
                "Nothing has to be done: `./emovox up` takes free ones nearby."));
  }
}
