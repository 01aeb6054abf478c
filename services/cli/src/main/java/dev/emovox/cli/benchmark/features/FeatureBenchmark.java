package dev.emovox.cli.benchmark.features;

import dev.emovox.wav2vec2.benchmark.BenchmarkReport;
import dev.emovox.wav2vec2.benchmark.Comparison;
import dev.emovox.wav2vec2.benchmark.MeasuredSide;
import dev.emovox.wav2vec2.benchmark.PeerProgram;
import dev.emovox.wav2vec2.benchmark.Side;
import dev.emovox.wav2vec2.benchmark.Turns;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Times the extraction of features on our side and on the peer's, librosa as the paper's code calls
 * it: two processes with the same clips, which take turns. Each feature set is timed twice: from
 * samples at 16 kHz that are ready, and from files, so that decoding and resampling count on both
 * sides alike.
 */
public final class FeatureBenchmark {
  private final FeatureRequest request;
  private final Consumer<String> progress;

  /**
   * A benchmark.
   *
   * @param progress told what takes long, a line at a time
   */
  public FeatureBenchmark(FeatureRequest request, Consumer<String> progress) {
    this.request = request;
    this.progress = progress;
  }

  /**
   * Runs it.
   *
   * @param root an empty folder for samples (64 kB a second) and logs
   * @param files clips that can be decoded
   * @param peer the other side, if there is to be one; its script is {@code
   *     infra/peer/bench_features.py}
   * @throws dev.emovox.domain.WorkFailedException if a side fails
   */
  public FeatureReport run(Path root, List<Path> files, Optional<PeerProgram> peer) {
    FeatureFolder folder = new FeatureFolder(root);
    progress.accept("Decoding clips");
    double seconds = folder.write(files) / (double) FeatureFolder.SAMPLING_RATE;
    progress.accept("Starting both sides");
    try (Side ours = Side.start(ourCommand(folder), root.resolve("ours.log"))) {
      if (peer.isEmpty()) {
        return report(files.size(), seconds, timed(ours, Optional.empty()));
      }
      try (Side other = Side.start(command(peer.get(), folder), root.resolve("peer.log"))) {
        return report(files.size(), seconds, timed(ours, Optional.of(other)));
      }
    }
  }

  private FeatureReport report(int clips, double seconds, BenchmarkReport times) {
    return new FeatureReport(clips, seconds, request.threads(), times);
  }

  private BenchmarkReport timed(Side ours, Optional<Side> peer) {
    Turns turns = new Turns(request.rounds(), progress);
    List<Comparison> comparisons =
        request.sets().stream()
            .flatMap(set -> Stream.of(FeatureWork.of(set, false), FeatureWork.of(set, true)))
            .map(work -> turns.compare(work.work(), ours, peer))
            .toList();
    return new BenchmarkReport(ours.name(), peer.map(Side::name), comparisons);
  }

  private List<String> ourCommand(FeatureFolder folder) {
    List<String> command = new ArrayList<>(MeasuredSide.command(MeasuredFeatures.class));
    command.set(command.indexOf("-Xmx512m"), "-Xmx2g"); // all samples are held
    command.add(folder.root().toString());
    command.add(Integer.toString(request.threads()));
    return command;
  }

  private List<String> command(PeerProgram peer, FeatureFolder folder) {
    return List.of(
        peer.python().toString(),
        peer.script().toString(),
        "--waveforms",
        folder.waveforms().toString(),
        "--list",
        folder.list().toString(),
        "--processes",
        Integer.toString(request.threads()));
  }
}
