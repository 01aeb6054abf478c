package dev.emovox.serving.model;

import java.util.Optional;

/** Where models come from: the registry's aliases and the store of model packages. */
public interface ModelSource {

  /**
   * What the alias of a role points to now; empty if no version has the alias.
   *
   * @throws dev.emovox.domain.ServerUnavailableException if the registry does not answer
   * @throws dev.emovox.domain.InvalidInputException if the registry refuses the question
   */
  Optional<ModelPointer> find(ModelRole role);

  /**
   * Reads the package that {@code pointer} names, verifies every byte of it, and lets the model
   * pass the package's self-test.
   *
   * @throws dev.emovox.domain.ServerUnavailableException if the store does not answer
   * @throws dev.emovox.domain.EmovoxException if the package is not there, differs from what the
   *     registry recorded, asks for preprocessing that this service cannot do, or fails its
   *     self-test
   */
  LoadedModel load(ModelPointer pointer);
}
