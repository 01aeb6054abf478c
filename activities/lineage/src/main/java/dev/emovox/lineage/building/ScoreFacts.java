package dev.emovox.lineage.building;

import dev.emovox.contracts.EvaluationOutcome;
import dev.emovox.contracts.NetworkStatus;
import dev.emovox.contracts.RunStatus;
import dev.emovox.contracts.TrainedModel;
import dev.emovox.domain.Scores;
import dev.emovox.lineage.graph.GraphIndex;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** Tells reports of tests their scores. */
final class ScoreFacts {
  private final GraphIndex index;
  private final RunStatus status;

  ScoreFacts(GraphIndex index, RunStatus status) {
    this.index = index;
    this.status = status;
  }

  void add() {
    Stream.concat(
            status.models().stream().map(TrainedModel::evaluation),
            status.networks().stream().map(NetworkStatus::evaluation))
        .filter(Objects::nonNull)
        .forEach(this::add);
  }

  private void add(EvaluationOutcome test) {
    Scores scores = test.overall();
    index
        .find(test.stage().output("report").digest().toString())
        .ifPresent(
            node ->
                index.add(
                    node.with("clips", Integer.toString(scores.clips()))
                        .with("accuracy", rounded(scores.accuracy().value()))
                        .with(
                            "unweighted_average_recall",
                            rounded(scores.unweightedAverageRecall().value()))));
  }

  private static String rounded(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }
}
