package dev.emovox.audio.features;

/**
 * One statistic of one descriptor.
 *
 * @param name such as {@code mfcc}, which is the mean, {@code mfcc_std} or {@code mfcc_delta_p90}
 * @param values for each coefficient, pitch class or band; one of other descriptors
 */
// Arrays on purpose: features are bulk numbers on the hot path.
@SuppressWarnings("ArrayRecordComponent")
public record FeatureGroup(String name, float[] values) {}
