package dev.emovox.serving.model;

import dev.emovox.domain.Digest;
import java.util.Optional;

/**
 * What the registry's alias points to, as the registry says it. Nothing of it is verified yet; two
 * equal pointers mean that nothing has changed.
 *
 * @param name registered model
 * @param version version in the registry
 * @param run workflow run that made the version; empty if the version does not say
 * @param source where the registry says that the package lies
 * @param digest digest of the package as the registry has it; empty if it has none
 */
public record ModelPointer(
    String name, String version, String run, String source, Optional<Digest> digest) {

  /** Name and version as people say them. */
  public String describe() {
    return "version " + version + " of model '" + name + "'";
  }
}
