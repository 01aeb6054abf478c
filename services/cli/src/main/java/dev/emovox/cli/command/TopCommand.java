package dev.emovox.cli.command;

import dev.emovox.cli.console.GlobalOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code emovox} without a command. */
@Command(
    name = "emovox",
    description =
        "From folders of emotional speech to a promoted, served model that can be audited.",
    synopsisSubcommandLabel = "COMMAND",
    versionProvider = VersionText.class,
    subcommands = {
      DemoCommand.class,
      UpCommand.class,
      DownCommand.class,
      StatusCommand.class,
      LogsCommand.class,
      DoctorCommand.class,
      CorporaCommand.class,
      FeaturesCommand.class,
      AugmentCommand.class,
      PlotCommand.class,
      RunCommand.class,
      RunsCommand.class,
      ShowCommand.class,
      ReportCommand.class,
      CancelCommand.class,
      ScheduleCommand.class,
      ModelCommand.class,
      ModelsCommand.class,
      PromoteCommand.class,
      RollbackCommand.class,
      ApproveCommand.class,
      RejectCommand.class,
      PromotionsCommand.class,
      LedgerCommand.class,
      ServingKeyCommand.class,
      LineageCommand.class,
      AuditCommand.class,
      PredictCommand.class,
      BenchCommand.class,
      CompletionCommand.class
    },
    footer = {
      "%nExit codes: 0 done, 1 the work failed, 2 the request is wrong, 3 a server can't be reached,",
      "4 a check found something, 130 interrupted. Results go to standard output, progress and messages to standard error.",
      "%nTo begin:",
      "  ./emovox demo                 everything once, on made-up speech",
      "  ./emovox up --detach          start the local stack",
      "  ./emovox COMMAND --help       what a command takes, with examples"
    })
@SuppressWarnings("UnusedVariable") // The parser reads the fields.
final class TopCommand implements Runnable {
  @Mixin private final GlobalOptions options;

  @Spec private CommandSpec spec;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Print the version.")
  private boolean version;

  TopCommand(Invocation invocation) {
    this.options = invocation.options();
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing: a COMMAND");
  }
}
