package dev.emovox.cli.command;

import dev.emovox.cli.console.Console;
import dev.emovox.cli.console.ExitCode;
import dev.emovox.cli.console.Failure;
import dev.emovox.cli.console.FailureReport;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reports a wrong command line in one paragraph that ends with what to type instead. */
final class ParsingFailure implements IParameterExceptionHandler {
  private final Console console;

  ParsingFailure(Console console) {
    this.console = console;
  }

  @Override
  public int handleParseException(ParameterException thrown, String[] args) {
    CommandLine command = thrown.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    String message =
        "%s%s Type `./%s --help` for what it takes."
            .formatted(sentence(thrown), suggestion(thrown), name);
    return FailureReport.report(
        console, new Failure(Failure.USAGE, message, ExitCode.WRONG_REQUEST.status()));
  }

  private static String sentence(ParameterException thrown) {
    if (thrown instanceof UnmatchedArgumentException unmatched) {
      return "'%s' is not understood here.".formatted(unmatched.getUnmatched().get(0));
    }
    String text = thrown.getMessage().strip().replaceAll("\\s*\\R\\s*", " ");
    return text.endsWith(".") ? text : text + ".";
  }

  private static String suggestion(ParameterException thrown) {
    List<String> near =
        thrown instanceof UnmatchedArgumentException unmatched
            ? unmatched.getSuggestions()
            : List.of();
    return near.isEmpty() ? "" : " Did you mean `%s`?".formatted(near.get(0));
  }
}
