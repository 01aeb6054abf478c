package dev.emovox.orchestration.epochs;

import dev.emovox.contracts.CacheUse;
import dev.emovox.contracts.EpochOutcome;
import dev.emovox.contracts.NamedArtifact;
import dev.emovox.contracts.StageResult;
import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.Digest;
import dev.emovox.domain.ValidationScores;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Epochs with scores that tests give. */
final class ScoredEpochs {
  private ScoredEpochs() {}

  /** Epochs with these recalls and equal losses; what each leaves is its own. */
  static List<EpochOutcome> recalls(double... recalls) {
    List<EpochOutcome> epochs = new ArrayList<>();
    for (double recall : recalls) {
      epochs.add(epoch(epochs.size() + 1, recall, 1));
    }
    return epochs;
  }

  static EpochOutcome epoch(int number, double recall, double loss) {
    return epoch(number, new ValidationScores(loss, 0.1, recall, 0.1, 0.1), "epoch-" + number);
  }

  static EpochOutcome epoch(int number, ValidationScores scores, String content) {
    List<NamedArtifact> outputs =
        Stream.of("weights", "optimiser", "position")
            .map(name -> new NamedArtifact(name, artifact(content + "/" + name)))
            .toList();
    return new EpochOutcome(
        new StageResult(CacheUse.MISS, outputs), number, 10L * number, 1, scores, 1, 1);
  }

  static ArtifactRef artifact(String content) {
    Digest digest = Digest.of(content);
    return new ArtifactRef("s3://bucket/" + content, digest, 1, "application/octet-stream", 1);
  }
}
