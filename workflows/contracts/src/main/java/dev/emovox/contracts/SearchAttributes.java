package dev.emovox.contracts;

import io.temporal.common.SearchAttributeKey;

/** Search attributes of the workflows; the worker registers them when it starts. */
public final class SearchAttributes {
  /** Name of the experiment. */
  public static final SearchAttributeKey<String> EXPERIMENT =
      SearchAttributeKey.forKeyword("EmovoxExperiment");

  /** The stage that runs now, or ran last. */
  public static final SearchAttributeKey<String> STAGE =
      SearchAttributeKey.forKeyword("EmovoxStage");

  /** Test unweighted average recall of the model that the run registered. */
  public static final SearchAttributeKey<Double> UNWEIGHTED_AVERAGE_RECALL =
      SearchAttributeKey.forDouble("EmovoxUnweightedAverageRecall");

  private SearchAttributes() {}
}
