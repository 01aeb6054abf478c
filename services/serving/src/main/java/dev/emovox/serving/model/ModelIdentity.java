package dev.emovox.serving.model;

import dev.emovox.domain.Digest;

/**
 * Which model answered. Enough to walk back to everything that made it.
 *
 * @param name registered model
 * @param version version in the registry
 * @param run workflow run that made it
 * @param digest digest of the model package, verified when it was loaded
 */
public record ModelIdentity(String name, String version, String run, Digest digest) {}
