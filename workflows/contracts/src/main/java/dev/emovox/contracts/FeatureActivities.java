package dev.emovox.contracts;

import io.temporal.activity.ActivityInterface;
import java.util.Optional;

/** Computes acoustic features, range by range. Every result has one output, {@code features}. */
@ActivityInterface
public interface FeatureActivities {
  /** The finished table of a range, if an earlier run left it and it is whole. */
  Optional<StageResult> findTable(FeatureRange range);

  /** Computes the features of a range of clips (Parquet, rows in the manifest's order). */
  StageResult extract(FeatureRange range);

  /** One table of the tables of adjacent ranges. */
  StageResult merge(FeatureMergeRequest request);
}
