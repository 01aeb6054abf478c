package dev.emovox.cli.command;

import dev.emovox.cli.console.Console;
import dev.emovox.cli.console.Json;
import dev.emovox.cli.workplace.LocalServices;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a service's log. */
@Command(
    name = "logs",
    description = "Print the log of a service of the local stack.",
    footer = {
      "%nExamples:",
      "  ./emovox logs worker",
      "  ./emovox logs serving --follow",
      "%nJSON: {\"name\", \"lines\"}; not together with --follow."
    })
final class LogsCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "NAME",
      description = "temporal, s3, mlflow, worker, serving or supervisor.")
  private String name;

  @Option(
      names = {"-f", "--follow"},
      description = "Go on with what is written from now on, until Ctrl-C.")
  private boolean follow;

  /** The JSON document. */
  record Document(String name, List<String> lines) {}

  LogsCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    Console console = invocation.console();
    LocalServices services = invocation.workplace().services();
    if (!console.json()) {
      services.logs(name, follow, console.stream());
      console.stream().flush();
      return 0;
    }
    if (follow) {
      throw new ParameterException(spec.commandLine(), "--follow has no end, so it has no JSON");
    }
    console.document(Json.write(new Document(name, lines(services))));
    return 0;
  }

  private List<String> lines(LocalServices services) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
      services.logs(name, false, out);
    }
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
