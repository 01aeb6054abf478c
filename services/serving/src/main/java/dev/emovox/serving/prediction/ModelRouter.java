package dev.emovox.serving.prediction;

import dev.emovox.serving.model.LiveModels;
import dev.emovox.serving.model.ModelLease;
import java.util.Optional;

/**
 * Chooses the model that answers a question: the one place where that is decided, for every way in.
 *
 * <p>Safe for use by several threads; nothing here waits.
 *
 * @param models those that are live
 * @param canary the callers whom the challenger answers, while there is one
 * @param standIns told when the champion answers one of theirs
 */
public record ModelRouter(LiveModels models, CallerShare canary, StandInListener standIns) {

  /** A lease on the model that is to answer; empty until there is any. */
  Optional<ModelLease> lease(Question question) {
    // A version that is not live is refused by whoever holds the champion's lease.
    return question.version().isPresent()
        ? models.lease(question.version().get()).or(models.champion()::lease)
        : byCaller(question);
  }

  private Optional<ModelLease> byCaller(Question question) {
    boolean chosen = question.caller().filter(canary::includes).isPresent();
    return (chosen ? models.challenger().lease() : Optional.<ModelLease>empty())
        .or(models.champion()::lease);
  }
}
