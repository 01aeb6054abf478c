package dev.emovox.cli.benchmark.baselines;

import dev.emovox.audio.DecodeLimits;
import dev.emovox.audio.FeatureExtractor;
import dev.emovox.audio.decode.AudioDecoder;
import dev.emovox.cli.benchmark.features.ClipFiles.Labelled;
import dev.emovox.domain.FeatureSettings;
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

/**
 * Times the fit of the paper's baselines on our side and on the peer's, scikit-learn: two processes
 * with the same tables and settings, which take turns. A fit begins with plain features and ends
 * with a model that has learnt to standardise them.
 */
public final class BaselineBenchmark {
  private final BaselineRequest request;
  private final Consumer<String> progress;

  /**
   * A benchmark.
   *
   * @param progress told what takes long, a line at a time
   */
  public BaselineBenchmark(BaselineRequest request, Consumer<String> progress) {
    this.request = request;
    this.progress = progress;
  }

  /**
   * Runs it.
   *
   * @param root an empty folder for tables and logs
   * @param clips that can be decoded
   * @param peer the other side, if there is to be one; its script is {@code
   *     infra/peer/bench_baselines.py}
   * @throws dev.emovox.domain.WorkFailedException if a side fails
   */
  public BaselineReport run(Path root, List<Labelled> clips, Optional<PeerProgram> peer) {
    FitFolder folder = new FitFolder(root);
    folder.writeLabels(clips.stream().map(Labelled::emotion).toList());
    for (FeatureSettings set : request.sets()) {
      progress.accept("Extracting " + set.set());
      folder.writeTable(set.set(), features(set, clips));
    }
    progress.accept("Starting both sides");
    try (Side ours = Side.start(ourCommand(root), root.resolve("ours.log"))) {
      if (peer.isEmpty()) {
        return report(clips, timed(ours, Optional.empty()));
      }
      try (Side other = Side.start(command(peer.get(), root), root.resolve("peer.log"))) {
        return report(clips, timed(ours, Optional.of(other)));
      }
    }
  }

  private static List<double[]> features(FeatureSettings set, List<Labelled> clips) {
    FeatureExtractor extractor = new FeatureExtractor(set);
    AudioDecoder decoder = new AudioDecoder(DecodeLimits.standard());
    return clips.stream()
        .parallel()
        .map(clip -> extractor.vector(decoder.decode(clip.file()).clip()))
        .toList();
  }

  private BaselineReport report(List<Labelled> clips, BenchmarkReport times) {
    int classes = (int) clips.stream().map(Labelled::emotion).distinct().count();
    return new BaselineReport(clips.size(), classes, request.threads(), times);
  }

  private BenchmarkReport timed(Side ours, Optional<Side> peer) {
    Turns turns = new Turns(request.rounds(), progress);
    List<Comparison> comparisons =
        request.sets().stream()
            .flatMap(set -> FitWork.of(set).stream())
            .map(work -> turns.compare(work.work(), ours, peer))
            .toList();
    return new BenchmarkReport(ours.name(), peer.map(Side::name), comparisons);
  }

  private List<String> ourCommand(Path root) {
    List<String> command = new ArrayList<>(MeasuredSide.command(MeasuredBaselines.class));
    // The calling thread is one more than the pool has.
    command.add(
        1, "-Djava.util.concurrent.ForkJoinPool.common.parallelism=" + (request.threads() - 1));
    command.add(root.toString());
    return command;
  }

  private List<String> command(PeerProgram peer, Path root) {
    return List.of(
        peer.python().toString(),
        peer.script().toString(),
        "--folder",
        root.toString(),
        "--threads",
        Integer.toString(request.threads()));
  }
}
