package dev.emovox.finetuning.benchmark;

import dev.emovox.wav2vec2.benchmark.BenchmarkReport;
import dev.emovox.wav2vec2.benchmark.MeasuredSide;
import dev.emovox.wav2vec2.benchmark.PeerProgram;
import dev.emovox.wav2vec2.benchmark.Side;
import dev.emovox.wav2vec2.benchmark.Turns;
import dev.emovox.wav2vec2.benchmark.Work;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Times an epoch of training on our side and on the peer's: two processes with the same weights and
 * decoded clips and as many threads and clips a batch, which take turns epoch by epoch. The peer
 * trains as the paper's code does: clips in random order, padded to the longest of their batch,
 * without an attention mask.
 */
public final class EpochBenchmark {
  private final EpochBenchmarkPlan plan;
  private final Consumer<String> progress;

  /**
   * A benchmark.
   *
   * @param progress told what takes long, a line at a time
   */
  public EpochBenchmark(EpochBenchmarkPlan plan, Consumer<String> progress) {
    this.plan = plan;
    this.progress = progress;
  }

  /**
   * Runs it.
   *
   * @param root an empty folder for weights, clips (64 kB a second) and logs
   * @param peer the other side, if there is to be one; its script is {@code
   *     infra/peer/bench_epoch.py}
   * @throws dev.emovox.domain.WorkFailedException if a side fails
   */
  public BenchmarkReport run(Path root, BenchmarkClips clips, Optional<PeerProgram> peer) {
    EpochFolder folder = new EpochFolder(root);
    folder.write(plan.architecture(), clips);
    progress.accept("Starting both sides");
    Turns turns = new Turns(plan.rounds(), progress);
    try (Side ours = Side.start(ourCommand(folder), root.resolve("ours.log"))) {
      if (peer.isEmpty()) {
        return report(ours, Optional.empty(), turns);
      }
      try (Side other = Side.start(command(peer.get(), folder), root.resolve("peer.log"))) {
        return report(ours, Optional.of(other), turns);
      }
    }
  }

  private static BenchmarkReport report(Side ours, Optional<Side> peer, Turns turns) {
    return new BenchmarkReport(
        ours.name(), peer.map(Side::name), List.of(turns.compare(Work.EPOCH, ours, peer)));
  }

  private List<String> ourCommand(EpochFolder folder) {
    List<String> command = new ArrayList<>(MeasuredSide.command(MeasuredEpoch.class));
    command.add(folder.root().toString());
    command.add(Integer.toString(plan.batchClips()));
    command.add(Integer.toString(plan.threads()));
    return command;
  }

  private List<String> command(PeerProgram peer, EpochFolder folder) {
    return List.of(
        peer.python().toString(),
        peer.script().toString(),
        "--checkpoint",
        folder.checkpoint().toString(),
        "--waveforms",
        folder.waveforms().toString(),
        "--list",
        folder.list().toString(),
        "--batch",
        Integer.toString(plan.batchClips()),
        "--threads",
        Integer.toString(plan.threads()));
  }
}
