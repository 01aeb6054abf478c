package dev.emovox.records;

import dev.emovox.contracts.Candidate;
import dev.emovox.contracts.EpochOutcome;
import dev.emovox.contracts.NetworkStageStatus;
import dev.emovox.contracts.NetworkStatus;
import dev.emovox.contracts.RunStatus;
import dev.emovox.contracts.TrainedModel;
import java.util.List;
import java.util.stream.Stream;

/** The models of a run that were tested, baselines and networks alike. */
public final class TestedModels {
  private TestedModels() {}

  /** Baselines first, then networks, each in the plan's order. */
  public static List<Candidate> of(RunStatus run) {
    return Stream.concat(
            run.models().stream().map(TrainedModel::candidate),
            run.networks().stream().filter(TestedModels::isTested).map(TestedModels::candidate))
        .toList();
  }

  /** Whether a network was tested and packed. */
  public static boolean isTested(NetworkStatus network) {
    return network.evaluation() != null && network.modelPackage() != null;
  }

  /** A network that was tested. */
  public static Candidate candidate(NetworkStatus network) {
    NetworkStageStatus last = network.stages().get(network.stages().size() - 1);
    EpochOutcome selected = last.epochs().get(last.selectedEpoch() - 1);
    return new Candidate(
        network.name(),
        network.split(),
        selected.validation().unweightedAverageRecall(),
        network.evaluation(),
        network.modelPackage());
  }
}
