package dev.emovox.serving.model;

import java.util.Optional;

/**
 * What the watcher found when it last looked, for readiness and for people.
 *
 * @param state how the last look ended
 * @param message one paragraph: what is the case, and what to do if something should be done
 * @param rejection the version that was refused, while the alias still points to it
 */
public record ModelStatus(RegistryState state, String message, Optional<Rejection> rejection) {

  static ModelStatus of(RegistryState state, String message) {
    return new ModelStatus(state, message, Optional.empty());
  }
}
