package dev.emovox.serving.api;

import dev.emovox.serving.model.ModelStatus;
import java.util.Locale;

/**
 * How the service stands to the registry.
 *
 * @param state {@code in_step} or why not
 * @param message the same in words
 */
public record RegistryDocument(String state, String message) {

  static RegistryDocument of(ModelStatus status) {
    return new RegistryDocument(status.state().name().toLowerCase(Locale.ROOT), status.message());
  }
}
