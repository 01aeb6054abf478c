package dev.emovox.traces;

import java.util.List;

/**
 * One prediction. Components are the table's columns.
 *
 * @param id as the client was told
 * @param time when it was answered, ISO 8601 in UTC
 * @param clip digest of the bytes that were sent
 * @param clipSeconds duration of the clip as it was sent
 * @param modelName registered model
 * @param modelVersion version in the registry
 * @param modelRun workflow run that made it
 * @param modelDigest digest of its package
 * @param label the answer
 * @param labels the classes in the model's order
 * @param probabilities one a class, in that order
 * @param waitSeconds for a thread and for the model
 * @param decodeSeconds reading, decoding, resampling
 * @param modelSeconds the model, for all clips of the batch
 * @param batch clips that were computed together
 */
public record PredictionRow(
    String id,
    String time,
    String clip,
    double clipSeconds,
    String modelName,
    String modelVersion,
    String modelRun,
    String modelDigest,
    String label,
    List<String> labels,
    List<Double> probabilities,
    double waitSeconds,
    double decodeSeconds,
    double modelSeconds,
    int batch) {

  public PredictionRow {
    labels = List.copyOf(labels);
    probabilities = List.copyOf(probabilities);
  }
}
