package dev.emovox.contracts;

import dev.emovox.domain.ArtifactRef;
import java.util.List;

/**
 * A stage that ended and is to be remembered whole.
 *
 * @param first the request of its first epoch, which tells all that the stage depends on
 * @param trained every epoch, and what was selected
 * @param discarded weights and optimiser states that no one goes on from, and that none of the kept
 *     epochs shares; the records of what the epochs scored stay
 */
public record SettledStage(EpochRequest first, TrainedStage trained, List<ArtifactRef> discarded) {

  public SettledStage {
    discarded = List.copyOf(discarded);
  }
}
