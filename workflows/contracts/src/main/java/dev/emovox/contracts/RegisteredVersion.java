package dev.emovox.contracts;

import dev.emovox.domain.Digest;

/**
 * A version in the model registry.
 *
 * @param name registered model
 * @param version its version, counted by the registry
 * @param digest the package
 */
public record RegisteredVersion(String name, String version, Digest digest) {}
