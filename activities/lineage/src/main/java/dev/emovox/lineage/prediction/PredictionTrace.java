package dev.emovox.lineage.prediction;

import dev.emovox.domain.Digest;
import java.time.Instant;
import java.util.Optional;

/**
 * A prediction as it was served.
 *
 * @param id as the service answered it
 * @param model digest of the package that predicted
 * @param clip digest of the sound that was sent, if it was kept
 * @param label the answer
 * @param time when it was given
 */
public record PredictionTrace(
    String id, Digest model, Optional<Digest> clip, String label, Instant time) {}
