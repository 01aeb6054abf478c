package dev.emovox.orchestration;

import dev.emovox.contracts.RegistrationPlan;
import java.util.List;

/**
 * Chooses the model that goes to the registry: best unweighted average recall on the validation
 * part of one split. Test results play no part, so that they stay an honest estimate.
 */
final class Registration {
  private Registration() {}

  /**
   * The chosen model.
   *
   * @param models in the plan's order; the first of equals wins
   * @throws IllegalArgumentException if no model was trained on the plan's split
   */
  static TrackedModel choose(RegistrationPlan plan, List<TrackedModel> models) {
    return models.stream()
        .filter(model -> model.model().split().equals(plan.split()))
        .reduce((best, next) -> score(next) > score(best) ? next : best)
        .orElseThrow(() -> new IllegalArgumentException("no model on split " + plan.split()));
  }

  /** A model whose score could not be computed is worse than any other. */
  private static double score(TrackedModel model) {
    double recall = model.model().validationUnweightedAverageRecall();
    return Double.isNaN(recall) ? Double.NEGATIVE_INFINITY : recall;
  }
}
