package dev.emovox.cli.command;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints a completion script for bash and zsh. */
@Command(
    name = "completion",
    description = "Print a script that completes commands and options in bash and zsh.",
    footer = {"%nExample:", "  source <(./emovox completion)"})
final class CompletionCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Spec private CommandSpec spec;

  CompletionCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    invocation.console().raw(AutoComplete.bash("emovox", spec.root().commandLine()));
    return 0;
  }
}
