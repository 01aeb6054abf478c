package dev.emovox.wav2vec2.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Times forward passes and training steps of a model with random weights, on our side and on the
 * peer's: two processes with the same weights, the same batch and as many threads, which take turns
 * round by round, each round in the other order.
 */
public final class TrainingBenchmark {
  private static final List<Work> WORKS = List.of(Work.FORWARD, Work.TRAINING);

  private final BenchmarkPlan plan;
  private final Consumer<String> progress;

  /**
   * A benchmark.
   *
   * @param progress told what takes long, a line at a time
   */
  public TrainingBenchmark(BenchmarkPlan plan, Consumer<String> progress) {
    this.plan = plan;
    this.progress = progress;
  }

  /**
   * Runs it.
   *
   * @param root an empty folder for weights (0.4 GB for base, 1.3 GB for large) and logs
   * @param peer the other side, if there is to be one
   * @throws dev.emovox.domain.WorkFailedException if a side fails
   */
  public BenchmarkReport run(Path root, Optional<PeerProgram> peer) {
    BenchmarkFolder folder = new BenchmarkFolder(root);
    progress.accept("Writing random weights");
    folder.write(plan);
    progress.accept("Starting both sides");
    try (Side ours = Side.start(ourCommand(folder), root.resolve("ours.log"))) {
      if (peer.isEmpty()) {
        return new BenchmarkReport(ours.name(), Optional.empty(), compared(ours, Optional.empty()));
      }
      try (Side other = Side.start(peer.get().command(folder, plan), root.resolve("peer.log"))) {
        return new BenchmarkReport(
            ours.name(), Optional.of(other.name()), compared(ours, Optional.of(other)));
      }
    }
  }

  private List<String> ourCommand(BenchmarkFolder folder) {
    List<String> command = new ArrayList<>(MeasuredSide.command(MeasuredProgram.class));
    command.addAll(MeasuredProgram.arguments(folder, plan));
    return command;
  }

  private List<Comparison> compared(Side ours, Optional<Side> peer) {
    Turns turns = new Turns(plan.rounds(), progress);
    return WORKS.stream().map(work -> turns.compare(work, ours, peer)).toList();
  }
}
