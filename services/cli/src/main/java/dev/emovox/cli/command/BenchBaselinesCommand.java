package dev.emovox.cli.command;

import dev.emovox.cli.benchmark.baselines.BaselineReport;
import dev.emovox.cli.benchmark.baselines.BaselineRequest;
import dev.emovox.cli.console.Console;
import dev.emovox.cli.console.Json;
import dev.emovox.cli.document.BenchDocument;
import dev.emovox.cli.render.BenchText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Times the fit of baselines beside scikit-learn. */
@Command(
    name = "baselines",
    description = {
      "Time the fit of the paper's baselines on the features of real clips beside scikit-learn, with",
      "the same settings on the same tables, standardisation included. The sides take turns. A ratio",
      "is the peer's time or memory over ours: 2 means that Emovox is twice as fast."
    },
    footer = {
      "%nThe peer: python3 -m venv peer && peer/bin/python -m pip install scikit-learn",
      "%nExamples:",
      "  ./emovox bench baselines --data ~/speech --peer-python peer/bin/python",
      "  ./emovox bench baselines --data ~/speech --set paper --no-peer --json | jq '.results'"
    })
final class BenchBaselinesCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Spec private CommandSpec spec;

  @Mixin private ClipOptions clips = new ClipOptions();

  @Option(
      names = "--set",
      paramLabel = "NAME",
      description = {
        "A feature set; may be given several times (default: paper and paper-seven-versions)."
      })
  private List<String> sets = new ArrayList<>();

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "1",
      description = "Threads of each side (default: ${DEFAULT-VALUE}).")
  private int threads;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "7",
      description =
          "Counted rounds of each side, after one to warm up (default: ${DEFAULT-VALUE}).")
  private int rounds;

  @Option(names = "--peer-python", paramLabel = "FILE", description = "A Python with scikit-learn.")
  private Path peerPython;

  @Option(names = "--no-peer", description = "Time Emovox alone.")
  private boolean noPeer;

  BenchBaselinesCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    if (noPeer == (peerPython != null)) {
      throw new ParameterException(
          spec.commandLine(), "Give either --peer-python FILE, with scikit-learn, or --no-peer");
    }
    BaselineRequest request = request();
    print(
        request,
        invocation.workplace().benchmarks().baselines(request, Optional.ofNullable(peerPython)));
    return 0;
  }

  private BaselineRequest request() {
    try {
      return new BaselineRequest(
          clips.data(),
          clips.most(),
          FeatureSetNames.timed(sets, spec.commandLine()),
          threads,
          rounds);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "Out of range: " + e.getMessage(), e);
    }
  }

  private void print(BaselineRequest request, BaselineReport report) {
    Console console = invocation.console();
    console.result(new BenchText(console.style()).lines(report));
    if (console.json()) {
      console.document(Json.write(BenchDocument.of(request, report)));
    }
  }
}
