package dev.emovox.contracts;

import java.util.Optional;

/**
 * A quantity that has moved.
 *
 * @param quantity its name
 * @param stability the population stability index
 * @param distance the Kolmogorov-Smirnov distance; of the label the total variation distance
 * @param reference median when the model was made; empty for the label
 * @param window median now; empty for the label
 */
public record DriftedQuantity(
    String quantity,
    double stability,
    double distance,
    Optional<Double> reference,
    Optional<Double> window) {}
