package dev.emovox.contracts;

import io.temporal.activity.ActivityInterface;

/** Finds, decodes and stores the clips. */
@ActivityInterface
public interface IngestionActivities {

  /** Every file ends in the manifest or among the rejects; clips are stored by content. */
  IngestionOutcome ingest(IngestionRequest request);
}
