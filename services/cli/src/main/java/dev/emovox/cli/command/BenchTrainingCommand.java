package dev.emovox.cli.command;

import dev.emovox.cli.benchmark.Benchmarks;
import dev.emovox.cli.console.Console;
import dev.emovox.cli.console.Json;
import dev.emovox.cli.document.BenchDocument;
import dev.emovox.cli.render.BenchText;
import dev.emovox.wav2vec2.benchmark.BenchmarkPlan;
import dev.emovox.wav2vec2.benchmark.BenchmarkReport;
import dev.emovox.wav2vec2.benchmark.ModelSize;
import dev.emovox.wav2vec2.benchmark.PeerProgram;
import dev.emovox.wav2vec2.engine.ComputeDevice;
import dev.emovox.wav2vec2.engine.LibtorchSettings;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Times the network beside PyTorch and transformers. */
@Command(
    name = "training",
    description = {
      "Time forward passes and training steps of wav2vec 2.0 beside PyTorch and transformers.",
      "Both sides get the same random weights, batch and number of threads, and take turns. A ratio is",
      "the peer's time or memory over ours: 1.0 or more means that Emovox is at least as good."
    },
    footer = {
      "%nA training step is a forward and a backward pass with dropout, clipping and AdamW.",
      "base holds 3 GB of memory a side, large 8 GB. Random weights of 0.4 or 1.3 GB are written to a",
      "temporary folder (java.io.tmpdir) and deleted at the end.",
      "%nExamples:",
      "  ./emovox bench training --model small --no-peer",
      "  ./emovox bench training --model base --peer-python peer/bin/python3",
      "  ./emovox bench training --model large --steps 3 --frozen-encoder --json | jq '.results'"
    })
final class BenchTrainingCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Spec private CommandSpec spec;

  @Option(
      names = "--model",
      paramLabel = "SIZE",
      defaultValue = "base",
      description = "base, large (as XLSR) or small (default: ${DEFAULT-VALUE}).")
  private ModelSize size;

  @Option(
      names = "--clips",
      paramLabel = "N",
      defaultValue = "4",
      description = "Clips in a batch (default: ${DEFAULT-VALUE}).")
  private int clips;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      defaultValue = "3",
      description = "Length of a clip (default: ${DEFAULT-VALUE}).")
  private double seconds;

  @Option(
      names = "--steps",
      paramLabel = "N",
      defaultValue = "5",
      description =
          "Counted rounds of each work, after one to warm up (default: ${DEFAULT-VALUE}).")
  private int steps;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads of each side (default: EMOVOX_THREADS, else one a physical core).")
  private Integer threads;

  @Option(names = "--frozen-encoder", description = "Train no convolutions.")
  private boolean frozenEncoder;

  @Option(
      names = "--device",
      paramLabel = "DEVICE",
      description = "cpu, cuda or cuda:N, for both sides.")
  private String device;

  @Option(
      names = "--peer-python",
      paramLabel = "FILE",
      description = "A Python with the packages of infra/peer/requirements.lock.")
  private Path peerPython;

  @Option(names = "--no-peer", description = "Time Emovox alone.")
  private boolean noPeer;

  BenchTrainingCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    if (noPeer && peerPython != null) {
      throw new ParameterException(
          spec.commandLine(), "--no-peer and --peer-python exclude each other");
    }
    BenchmarkPlan plan = plan();
    Benchmarks benchmarks = invocation.workplace().benchmarks();
    Optional<PeerProgram> peer =
        noPeer ? Optional.empty() : Optional.of(benchmarks.peer(peerPython));
    print(plan, benchmarks.training(plan, peer));
    return 0;
  }

  private BenchmarkPlan plan() {
    ComputeDevice place =
        device == null ? invocation.workplace().device() : ComputeDevice.parse(device);
    try {
      return new BenchmarkPlan(
          size,
          clips,
          seconds,
          steps,
          threads == null ? LibtorchSettings.of(place).threads() : threads,
          frozenEncoder,
          place);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          spec.commandLine(), "Out of range: " + e.getMessage().replace("rounds", "steps"), e);
    }
  }

  private void print(BenchmarkPlan plan, BenchmarkReport report) {
    Console console = invocation.console();
    console.result(new BenchText(console.style()).lines(plan, report));
    if (console.json()) {
      console.document(Json.write(BenchDocument.of(plan, report)));
    }
  }
}
