package dev.emovox.cli.command;

import dev.emovox.cli.connected.ConnectedWorkplace;
import dev.emovox.cli.console.Console;
import dev.emovox.cli.console.GlobalOptions;
import dev.emovox.cli.console.Terminal;
import dev.emovox.cli.promotion.PromotionCall;
import dev.emovox.cli.run.Pause;
import dev.emovox.cli.workplace.Workplace;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.function.Function;

/**
 * One call of the command line: what every command is given.
 *
 * @param options the options that every command has; read them only while a command runs
 * @param console the output streams
 * @param workplaces makes the workplace once the options are known
 * @param clock the time
 */
public record Invocation(
    GlobalOptions options,
    Console console,
    Function<GlobalOptions, Workplace> workplaces,
    Clock clock) {

  /** The call that this process was started for. */
  public static Invocation ofProcess() {
    GlobalOptions options = new GlobalOptions();
    Console console =
        new Console(
            stream(FileDescriptor.out),
            stream(FileDescriptor.err),
            Terminal.detect(System.getenv()),
            options);
    return new Invocation(
        options,
        console,
        given -> new ConnectedWorkplace(System.getenv(), given.home(), console::message),
        Clock.systemUTC());
  }

  /** The checkout, the local stack and the servers. Nothing is reached before it is asked for. */
  public Workplace workplace() {
    return workplaces.apply(options);
  }

  /** Promotions that this process waits for. */
  PromotionCall promotionCall() {
    return new PromotionCall(workplace(), console, clock, Pause.real());
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
  }
}
