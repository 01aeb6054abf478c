package dev.emovox.orchestration;

import dev.emovox.contracts.Candidate;
import dev.emovox.contracts.TrackedRun;

/**
 * A model and its record in the tracking server.
 *
 * @param model what it is called, how it did and where its package is
 * @param run its nested run
 */
record TrackedModel(Candidate model, TrackedRun run) {}
