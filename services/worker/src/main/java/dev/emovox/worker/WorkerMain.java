package dev.emovox.worker;

import dev.emovox.domain.EmovoxException;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.settings.Endpoints;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The process. Its servers come from the {@code EMOVOX_…} variables; one that is away is waited
 * for. {@code EMOVOX_WORKER_PORT}, if set, is the loopback port where it tells its state; {@link
 * dev.emovox.adapters.epochs.TrainingSettings} names the variables for networks, {@link
 * dev.emovox.lineage.openlineage.delivery.EventSettings} those for events of OpenLineage. SIGTERM
 * ends it in good order.
 */
public final class WorkerMain {
  private static final String PORT = "EMOVOX_WORKER_PORT";

  /** As sysexits.h has it for an internal error; the supervisor starts the worker again. */
  private static final int BUG = 70;

  private WorkerMain() {}

  /** Runs until the process is ended; exits with 2 if the settings are wrong. */
  public static void main(String[] arguments) {
    WorkerLog.configure();
    try {
      run(System.getenv());
    } catch (EmovoxException e) {
      log().error(e.getMessage());
      System.exit(e.exitCode());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      log()
          .error(
              "The worker can't go on. This is a bug in Emovox, or its installation is broken.", e);
      System.exit(BUG);
    }
  }

  private static void run(Map<String, String> environment) throws InterruptedException {
    Endpoints endpoints = Endpoints.fromEnvironment(environment);
    WorkerState state = new WorkerState();
    StateEndpoint http =
        port(environment) < 0 ? null : StateEndpoint.open(port(environment), state);
    WorkerProcess worker = new WorkerProcess(endpoints, environment, state);
    Runtime.getRuntime().addShutdownHook(new Thread(worker::close, "shutdown"));
    worker.run();
    if (http != null) {
      http.close();
    }
  }

  private static int port(Map<String, String> environment) {
    String text = environment.getOrDefault(PORT, "").strip();
    if (text.isEmpty()) {
      return -1;
    }
    try {
      return Integer.parseUnsignedInt(text);
    } catch (NumberFormatException e) {
      throw new InvalidInputException(PORT + " is '" + text + "', which is no port number.", e);
    }
  }

  /** Not a static field: the first logger must not be made before the log is configured. */
  private static Logger log() {
    return LoggerFactory.getLogger(WorkerMain.class);
  }
}
