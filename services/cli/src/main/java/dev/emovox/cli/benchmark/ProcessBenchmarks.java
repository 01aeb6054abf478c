package dev.emovox.cli.benchmark;

import dev.emovox.cli.benchmark.baselines.BaselineBenchmark;
import dev.emovox.cli.benchmark.baselines.BaselineReport;
import dev.emovox.cli.benchmark.baselines.BaselineRequest;
import dev.emovox.cli.benchmark.features.ClipFiles;
import dev.emovox.cli.benchmark.features.FeatureBenchmark;
import dev.emovox.cli.benchmark.features.FeatureReport;
import dev.emovox.cli.benchmark.features.FeatureRequest;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.finetuning.benchmark.BenchmarkClips;
import dev.emovox.finetuning.benchmark.EpochBenchmark;
import dev.emovox.finetuning.benchmark.EpochBenchmarkPlan;
import dev.emovox.settings.StrictYaml;
import dev.emovox.wav2vec2.benchmark.BenchmarkPlan;
import dev.emovox.wav2vec2.benchmark.BenchmarkReport;
import dev.emovox.wav2vec2.benchmark.PeerProgram;
import dev.emovox.wav2vec2.benchmark.TrainingBenchmark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Benchmarks in processes of this machine; their files are deleted at the end. */
public final class ProcessBenchmarks implements Benchmarks {
  private final Path checkout;
  private final Path home;
  private final Consumer<String> progress;

  /**
   * Benchmarks of a checkout.
   *
   * @param home where the peer's packages may be installed, in {@code peer}
   * @param progress told what takes long, a line at a time
   */
  public ProcessBenchmarks(Path checkout, Path home, Consumer<String> progress) {
    this.checkout = checkout;
    this.home = home;
    this.progress = progress;
  }

  @Override
  public BenchmarkReport training(BenchmarkPlan plan, Optional<PeerProgram> peer) {
    Path folder = scratch();
    try {
      return new TrainingBenchmark(plan, progress).run(folder, peer);
    } finally {
      delete(folder);
    }
  }

  @Override
  public BenchmarkReport epoch(EpochRequest request, Optional<PeerProgram> peer) {
    Path architecture =
        request.architecture().orElse(checkout.resolve("configs/architectures/small.json"));
    EpochBenchmarkPlan plan =
        new EpochBenchmarkPlan(
            new StrictYaml().text(architecture),
            request.batchClips(),
            request.rounds(),
            request.threads());
    progress.accept("Decoding clips");
    BenchmarkClips clips = new DecodedClips(checkout.resolve("configs/corpora")).read(request);
    Optional<PeerProgram> other =
        peer.map(
            program ->
                new PeerProgram(
                    program.python(), program.script().resolveSibling("bench_epoch.py")));
    Path folder = scratch();
    try {
      return new EpochBenchmark(plan, progress).run(folder, clips, other);
    } finally {
      delete(folder);
    }
  }

  @Override
  public FeatureReport features(FeatureRequest request, Optional<Path> python) {
    Path script = checkout.resolve("infra/peer/bench_features.py");
    Optional<PeerProgram> peer =
        python.map(program -> new PeerProgram(executable(program), script));
    progress.accept("Looking for clips");
    List<Path> files =
        new ClipFiles(checkout.resolve("configs/corpora"))
            .find(request.data(), request.mostClips());
    Path folder = scratch();
    try {
      return new FeatureBenchmark(request, progress).run(folder, files, peer);
    } finally {
      delete(folder);
    }
  }

  @Override
  public BaselineReport baselines(BaselineRequest request, Optional<Path> python) {
    Path script = checkout.resolve("infra/peer/bench_baselines.py");
    Optional<PeerProgram> peer =
        python.map(program -> new PeerProgram(executable(program), script));
    progress.accept("Looking for clips");
    List<ClipFiles.Labelled> clips =
        new ClipFiles(checkout.resolve("configs/corpora"))
            .labelled(request.data(), request.mostClips());
    Path folder = scratch();
    try {
      return new BaselineBenchmark(request, progress).run(folder, clips, peer);
    } finally {
      delete(folder);
    }
  }

  private static Path executable(Path program) {
    if (Files.isExecutable(program)) {
      return program;
    }
    throw new InvalidInputException("%s is no program.".formatted(program));
  }

  @Override
  public PeerProgram peer(Path pythonOrNull) {
    Path own = home.resolve("peer").resolve("bin").resolve("python3");
    Path python = pythonOrNull == null ? own : pythonOrNull;
    if (pythonOrNull != null || Files.isExecutable(python)) {
      return new PeerProgram(executable(python), checkout.resolve("infra/peer/bench_peer.py"));
    }
    throw new InvalidInputException(
        ("There is no peer to compare with. Give a Python that has PyTorch and transformers by"
                + " --peer-python; or install them (6 GB) with `python3 -m venv %s && %s -m pip"
                + " install --require-hashes -r %s`; or time Emovox alone with --no-peer.")
            .formatted(
                home.resolve("peer"), own, checkout.resolve("infra/peer/requirements.lock")));
  }

  private static Path scratch() {
    try {
      return Files.createTempDirectory("emovox-bench-");
    } catch (IOException e) {
      throw new WorkFailedException(
          "No folder for the benchmark's files can be made: %s.".formatted(e), e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> content = Files.walk(folder)) {
      List<Path> deepestFirst = content.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new WorkFailedException("%s can't be deleted: %s.".formatted(folder, e), e);
    }
  }
}
