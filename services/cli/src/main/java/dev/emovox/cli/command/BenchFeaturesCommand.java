package dev.emovox.cli.command;

import dev.emovox.cli.benchmark.features.FeatureReport;
import dev.emovox.cli.benchmark.features.FeatureRequest;
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

/** Times the extraction of features beside librosa. */
@Command(
    name = "features",
    description = {
      "Time the extraction of acoustic features of real clips beside librosa, called as the paper's",
      "code calls it. Each set is timed from samples at 16 kHz that are ready, and from files, with",
      "decoding and resampling on both sides. The sides take turns. A ratio is the peer's time or",
      "memory over ours: 10 means that Emovox is ten times as fast."
    },
    footer = {
      "%nThe peer: python3 -m venv peer && peer/bin/python -m pip install librosa==0.11.0",
      "%nExamples:",
      "  ./emovox bench features --data ~/speech --clips 300 --peer-python peer/bin/python",
      "  ./emovox bench features --data ~/speech --set paper --no-peer --json | jq '.results'"
    })
final class BenchFeaturesCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Spec private CommandSpec spec;

  @Mixin private ClipOptions clips = new ClipOptions();

  @Option(
      names = "--set",
      paramLabel = "NAME",
      description = {
        "A feature set; may be given several times (default: paper and paper-seven-versions, which",
        "are also those that the peer has)."
      })
  private List<String> sets = new ArrayList<>();

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "1",
      description = "Threads of ours, processes of the peer (default: ${DEFAULT-VALUE}).")
  private int threads;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "3",
      description =
          "Counted rounds of each side, after one to warm up (default: ${DEFAULT-VALUE}).")
  private int rounds;

  @Option(names = "--peer-python", paramLabel = "FILE", description = "A Python with librosa.")
  private Path peerPython;

  @Option(names = "--no-peer", description = "Time Emovox alone.")
  private boolean noPeer;

  BenchFeaturesCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    if (noPeer == (peerPython != null)) {
      throw new ParameterException(
          spec.commandLine(), "Give either --peer-python FILE, with librosa, or --no-peer");
    }
    FeatureRequest request = request();
    print(
        request,
        invocation.workplace().benchmarks().features(request, Optional.ofNullable(peerPython)));
    return 0;
  }

  private FeatureRequest request() {
    try {
      return new FeatureRequest(
          clips.data(),
          clips.most(),
          FeatureSetNames.timed(sets, spec.commandLine()),
          threads,
          rounds);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "Out of range: " + e.getMessage(), e);
    }
  }

  private void print(FeatureRequest request, FeatureReport report) {
    Console console = invocation.console();
    console.result(new BenchText(console.style()).lines(report));
    if (console.json()) {
      console.document(Json.write(BenchDocument.of(request, report)));
    }
  }
}
