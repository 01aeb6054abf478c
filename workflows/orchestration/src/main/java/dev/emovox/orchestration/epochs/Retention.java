package dev.emovox.orchestration.epochs;

import dev.emovox.contracts.EpochOutcome;
import dev.emovox.contracts.TrainedStage;
import dev.emovox.domain.ArtifactRef;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which checkpoints of a stage go once it ended. The selected epoch's weights stay for what follows
 * and the last epoch's whole state for a longer training; the selected epoch's optimiser state
 * stays unless the stage is the network's last. Positions, with the scores, always stay.
 */
public final class Retention {
  private static final String WEIGHTS = "weights";
  private static final String OPTIMISER = "optimiser";

  private Retention() {}

  /**
   * Artefacts to delete, without those that are also a kept epoch's: content-addressed epochs that
   * changed nothing share theirs.
   *
   * @param lastStage whether no stage goes on from this one
   */
  public static List<ArtifactRef> discarded(TrainedStage stage, boolean lastStage) {
    EpochOutcome selected = stage.selected();
    EpochOutcome last = stage.epochs().get(stage.epochs().size() - 1);
    List<ArtifactRef> kept = new ArrayList<>(List.of(weights(selected), weights(last)));
    kept.add(optimiser(last));
    if (!lastStage) {
      kept.add(optimiser(selected));
    }
    Set<ArtifactRef> discarded = new LinkedHashSet<>();
    for (EpochOutcome epoch : stage.epochs()) {
      discarded.add(weights(epoch));
      discarded.add(optimiser(epoch));
    }
    discarded.removeAll(kept);
    return List.copyOf(discarded);
  }

  private static ArtifactRef weights(EpochOutcome epoch) {
    return epoch.stage().output(WEIGHTS);
  }

  private static ArtifactRef optimiser(EpochOutcome epoch) {
    return epoch.stage().output(OPTIMISER);
  }
}
