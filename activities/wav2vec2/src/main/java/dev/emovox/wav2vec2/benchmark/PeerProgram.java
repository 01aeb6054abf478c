package dev.emovox.wav2vec2.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The peer: a Python script that does the same with PyTorch and transformers.
 *
 * @param python an interpreter with PyTorch and transformers
 * @param script {@code infra/peer/bench_peer.py}
 */
public record PeerProgram(Path python, Path script) {

  List<String> command(BenchmarkFolder folder, BenchmarkPlan plan) {
    List<String> command =
        new ArrayList<>(
            List.of(
                python.toString(),
                script.toString(),
                "--checkpoint",
                folder.checkpoint().toString(),
                "--batch",
                folder.batch().toString(),
                "--clips",
                Integer.toString(plan.clips()),
                "--threads",
                Integer.toString(plan.threads()),
                "--device",
                plan.device().toString()));
    if (plan.frozenEncoder()) {
      command.add("--frozen-encoder");
    }
    return command;
  }
}
