package dev.emovox.orchestration.epochs;

import dev.emovox.contracts.EpochOutcome;
import dev.emovox.domain.EarlyStopping;
import dev.emovox.domain.EpochSelection;
import dev.emovox.domain.TrainingStage;
import java.util.List;

/** Says when a stage has had its epochs: all that it may have, or as many as made it better. */
public final class EarlyStop {
  private final TrainingStage stage;

  /** For one stage. */
  public EarlyStop(TrainingStage stage) {
    this.stage = stage;
  }

  /** Whether no epoch follows. */
  public boolean isOver(List<EpochOutcome> epochs) {
    return epochs.size() >= stage.epochs() || stopsEarly(epochs);
  }

  /** Whether the stage ends although it might have more epochs. */
  public boolean stopsEarly(List<EpochOutcome> epochs) {
    return epochs.size() < stage.epochs()
        && epochs.size() >= leastEpochs()
        && stage
            .earlyStopping()
            .filter(rule -> epochs.size() - best(rule, epochs) >= rule.patience())
            .isPresent();
  }

  /** An epoch that was chosen by hand must be trained, however well the stage does. */
  private int leastEpochs() {
    return stage.selection() instanceof EpochSelection.Chosen chosen ? chosen.epoch() : 1;
  }

  /** The first of the best epochs, from 1. */
  private static int best(EarlyStopping rule, List<EpochOutcome> epochs) {
    int best = 0;
    for (int i = 1; i < epochs.size(); i++) {
      if (goodness(rule, epochs.get(i)) > goodness(rule, epochs.get(best))) {
        best = i;
      }
    }
    return best + 1;
  }

  private static double goodness(EarlyStopping rule, EpochOutcome epoch) {
    return rule.metric().goodness(epoch.validation());
  }
}
