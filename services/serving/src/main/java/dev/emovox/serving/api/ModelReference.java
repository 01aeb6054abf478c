package dev.emovox.serving.api;

import dev.emovox.serving.model.ModelIdentity;

/**
 * Which model answered.
 *
 * @param name registered model
 * @param version version in the registry
 * @param run workflow run that made it
 * @param digest digest of its package
 */
public record ModelReference(String name, String version, String run, String digest) {

  static ModelReference of(ModelIdentity identity) {
    return new ModelReference(
        identity.name(), identity.version(), identity.run(), identity.digest().toString());
  }
}
