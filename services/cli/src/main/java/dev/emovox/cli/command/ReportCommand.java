package dev.emovox.cli.command;

import dev.emovox.cli.console.Console;
import dev.emovox.cli.console.Json;
import dev.emovox.cli.render.ReportText;
import dev.emovox.cli.report.ReportFile;
import dev.emovox.cli.workplace.Reports;
import dev.emovox.report.data.RunReport;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the report of a run. */
@Command(
    name = "report",
    description = {
      "Write the report of a run: one HTML file that needs no other.",
      "Scores with intervals, overall, by corpus and by class, paired comparisons, calibration, learning",
      "curves, maps, the clips that the models are most wrong about with players, the protocol in words,",
      "published figures beside ours, and every digest. The same run gives the same bytes."
    },
    footer = {
      "%nWith --json the report's data are printed, and the page is written only if --out names a file.",
      "%nExamples:",
      "  ./emovox report baselines-20260131-142501-9c4e",
      "  ./emovox report baselines-20260131-142501-9c4e --without-audio --out report.html",
      "  ./emovox report baselines-20260131-142501-9c4e --json | jq '.comparisons[].test.p_value'"
    })
final class ReportCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Parameters(paramLabel = "RUN", description = "The run, as `runs` lists it.")
  private String run;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "The page; replaced if it is there (default: RUN.html in this folder).")
  private Path out;

  @Option(
      names = "--without-audio",
      description =
          "Leave the sounds of clips out: speech is personal data, and the page is to be passed on.")
  private boolean withoutAudio;

  ReportCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    Console console = invocation.console();
    try (Reports reports = invocation.workplace().reports()) {
      RunReport report = reports.collect(run);
      if (out != null || !console.json()) {
        ReportFile file = ReportFile.at(out == null ? Path.of(report.run().id() + ".html") : out);
        long bytes = file.write(reports.page(report, !withoutAudio));
        console.result(
            new ReportText(console.style()).lines(report, file.path(), bytes, !withoutAudio));
      }
      if (console.json()) {
        console.document(Json.write(report));
      }
      return 0;
    }
  }
}
