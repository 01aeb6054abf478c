package dev.emovox.contracts;

import dev.emovox.domain.Digest;

/**
 * What the prediction service is to be seen with.
 *
 * @param model registered model
 * @param version its version
 * @param packageDigest its package
 * @param withinSeconds how long to look
 */
public record AcknowledgementRequest(
    String model, String version, Digest packageDigest, int withinSeconds) {}
