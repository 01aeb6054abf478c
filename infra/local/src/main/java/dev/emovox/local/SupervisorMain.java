package dev.emovox.local;

import dev.emovox.domain.EmovoxException;
import dev.emovox.local.home.Home;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The supervisor of a detached stack; {@link LocalStack#upDetached} starts it. */
public final class SupervisorMain {
  private SupervisorMain() {}

  /** Runs the stack that was asked for in the home that the only argument names. */
  public static void main(String[] arguments) {
    Home home = new Home(Path.of(arguments[0]));
    try {
      UpOptions options = StackRequest.file(home).read().orElseThrow().options(System.getenv());
      new ForegroundStack(home, SupervisorMain::log).run(options, () -> log("everything is up"));
    } catch (EmovoxException e) {
      StackFailure.file(home).write(StackFailure.of(e));
      log(e.getMessage());
      System.exit(e.exitCode());
    }
  }

  /** Standard output is the supervisor's log. */
  private static void log(String line) {
    System.out.println(Instant.now().truncatedTo(ChronoUnit.MILLIS) + " " + line);
  }
}
