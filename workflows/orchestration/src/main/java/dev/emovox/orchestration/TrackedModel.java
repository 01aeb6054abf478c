package dev.emovox.orchestration;

import dev.emovox.contracts.TrackedRun;
import dev.emovox.contracts.TrainedModel;

/**
 * A model and its record in the tracking server.
 *
 * @param model from fit to package
 * @param run its nested run
 */
record TrackedModel(TrainedModel model, TrackedRun run) {}
