package dev.emovox.cli.command;

import dev.emovox.cli.console.Console;
import dev.emovox.cli.console.Json;
import dev.emovox.cli.document.ScheduleDocument;
import dev.emovox.cli.render.ScheduleText;
import dev.emovox.cli.run.Launch;
import dev.emovox.cli.schedule.ScheduleApplication;
import dev.emovox.cli.schedule.ScheduleApplication.Wanted;
import dev.emovox.cli.schedule.ScheduleChange;
import dev.emovox.cli.schedule.ScheduleLoader;
import dev.emovox.cli.schedule.WrittenSchedule;
import dev.emovox.cli.workplace.Schedules;
import dev.emovox.cli.workplace.Workplace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brings schedules in line with files. */
@Command(
    name = "apply",
    description = {
      "Create and update schedules so that they are as files say.",
      "Shows what differs. Applying the same files again changes nothing. Whether a schedule is paused",
      "is decided by its file when it is created, and by `pause` and `resume` from then on."
    },
    footer = {
      "%nExamples:",
      "  ./emovox schedule apply --data /data/speech --dry-run",
      "  ./emovox schedule apply configs/schedules/nightly.yaml --data /data/speech",
      "  ./emovox schedule apply --prune"
    })
final class ScheduleApplyCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      description = "Files of schedules (default: all in configs/schedules).")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder with speech, instead of the files' own; may be repeated.")
  private List<Path> data = new ArrayList<>();

  @Option(names = "--dry-run", description = "Only show what would be done.")
  private boolean dryRun;

  @Option(names = "--prune", description = "Delete the schedules that no file names; without FILE.")
  private boolean prune;

  ScheduleApplyCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    if (prune && !files.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "--prune takes no FILE");
    }
    Workplace workplace = invocation.workplace();
    List<Wanted> wanted = wanted(workplace);
    try (Schedules schedules = workplace.schedules()) {
      ScheduleApplication application = new ScheduleApplication(schedules, dryRun);
      List<ScheduleChange> changes = new ArrayList<>(application.apply(wanted));
      if (files.isEmpty()) {
        List<String> named = wanted.stream().map(one -> one.run().scheduleId()).toList();
        changes.addAll(application.others(named, prune));
      }
      return print(changes.stream().map(change -> document(change, schedules)).toList());
    }
  }

  private List<Wanted> wanted(Workplace workplace) {
    ScheduleLoader loader = new ScheduleLoader(workplace.checkout().schedules());
    ConsoleTransfers transfers = new ConsoleTransfers(invocation.console(), invocation.clock());
    Launch launch = new Launch(workplace, invocation.clock(), transfers);
    List<WrittenSchedule> written = files.isEmpty() ? loader.all() : loader.load(files);
    return written.stream()
        .map(
            one ->
                new Wanted(one.resolve(data, launch::plan), one.file().paused(), one.file().note()))
        .toList();
  }

  private static ScheduleDocument document(ScheduleChange change, Schedules schedules) {
    ScheduleDocument document =
        schedules.find(change.id()).isPresent()
            ? ScheduleDocument.of(schedules.show(change.id()))
            : ScheduleDocument.absent(change.id());
    return document.with(change);
  }

  private int print(List<ScheduleDocument> changes) {
    Console console = invocation.console();
    console.result(new ScheduleText(console.style()).changes(changes, dryRun));
    if (console.json()) {
      console.document(Json.write(changes));
    }
    return 0;
  }
}
