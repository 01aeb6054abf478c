package dev.emovox.contracts;

import io.temporal.activity.ActivityInterface;
import java.util.Optional;

/** Computes acoustic features in shards. */
@ActivityInterface
public interface FeatureActivities {

  /** The finished table (output {@code features}), if an earlier run left it and it is whole. */
  Optional<StageResult> findTable(FeatureRequest request);

  /** Features of one range of clips; output {@code shard} (Parquet). */
  StageResult extractShard(FeatureShardRequest request);

  /** One table of all shards; output {@code features} (Parquet). */
  StageResult merge(FeatureMergeRequest request);
}
