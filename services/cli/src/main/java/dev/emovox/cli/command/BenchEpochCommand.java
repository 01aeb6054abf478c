package dev.emovox.cli.command;

import dev.emovox.cli.benchmark.Benchmarks;
import dev.emovox.cli.benchmark.EpochRequest;
import dev.emovox.cli.console.Console;
import dev.emovox.cli.console.Json;
import dev.emovox.cli.document.BenchDocument;
import dev.emovox.cli.render.BenchText;
import dev.emovox.wav2vec2.benchmark.BenchmarkReport;
import dev.emovox.wav2vec2.benchmark.PeerProgram;
import dev.emovox.wav2vec2.engine.ComputeDevice;
import dev.emovox.wav2vec2.engine.LibtorchSettings;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Times an epoch of training beside the loop of the paper's code. */
@Command(
    name = "epoch",
    description = {
      "Time an epoch of training on real clips beside the loop of the paper's code, which pads clips",
      "in random order to the longest of their batch. Both sides get the same random weights, decoded",
      "clips, clips a batch and number of threads, and take turns, on the processor. A ratio is the",
      "peer's time or memory over ours: 1.0 or more means that Emovox is at least as good."
    },
    footer = {
      "%nClips in memory and on disk (java.io.tmpdir) take 64 kB a second; they are deleted at the end.",
      "%nExamples:",
      "  ./emovox bench epoch --data ~/speech --clips 320",
      "  ./emovox bench epoch --data ~/speech --peer-python peer/bin/python3 --json | jq '.results'"
    })
final class BenchEpochCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Spec private CommandSpec spec;

  @Mixin private ClipOptions clips = new ClipOptions();

  @Option(
      names = "--longest",
      paramLabel = "S",
      defaultValue = "15",
      description = "Cut clips to so many seconds (default: ${DEFAULT-VALUE}, as paper.yaml does).")
  private double longest;

  @Option(
      names = "--architecture",
      paramLabel = "FILE",
      description = "A config.json (default: configs/architectures/small.json).")
  private Path architecture;

  @Option(
      names = "--batch",
      paramLabel = "N",
      defaultValue = "16",
      description = "Clips of a batch (default: ${DEFAULT-VALUE}).")
  private int batch;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "3",
      description =
          "Counted epochs of each side, after one to warm up (default: ${DEFAULT-VALUE}).")
  private int rounds;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads of each side (default: EMOVOX_THREADS, else one a physical core).")
  private Integer threads;

  @Option(
      names = "--peer-python",
      paramLabel = "FILE",
      description = "A Python with the packages of infra/peer/requirements.lock.")
  private Path peerPython;

  @Option(names = "--no-peer", description = "Time Emovox alone.")
  private boolean noPeer;

  BenchEpochCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    if (noPeer && peerPython != null) {
      throw new ParameterException(
          spec.commandLine(), "--no-peer and --peer-python exclude each other");
    }
    Benchmarks benchmarks = invocation.workplace().benchmarks();
    Optional<PeerProgram> peer =
        noPeer ? Optional.empty() : Optional.of(benchmarks.peer(peerPython));
    try {
      print(benchmarks.epoch(request(), peer));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "Out of range: " + e.getMessage(), e);
    }
    return 0;
  }

  private EpochRequest request() {
    return new EpochRequest(
        clips.data(),
        clips.most(),
        longest,
        Optional.ofNullable(architecture),
        batch,
        rounds,
        threads == null ? LibtorchSettings.of(ComputeDevice.CPU).threads() : threads);
  }

  private void print(BenchmarkReport report) {
    Console console = invocation.console();
    console.result(new BenchText(console.style()).lines(request(), report));
    if (console.json()) {
      console.document(Json.write(BenchDocument.of(request(), report)));
    }
  }
}
