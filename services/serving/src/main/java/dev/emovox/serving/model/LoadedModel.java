package dev.emovox.serving.model;

import dev.emovox.inference.Preprocessing;

/**
 * A model whose package was read and verified, and that passed its self-test. Whoever holds it last
 * closes {@link #model()}.
 *
 * @param identity what it is
 * @param facts what its package says of it
 * @param model the model itself
 */
public record LoadedModel(ModelIdentity identity, ModelFacts facts, EmotionModel model) {

  /** A model with neither calibration nor self-test. */
  public LoadedModel(ModelIdentity identity, Preprocessing preprocessing, EmotionModel model) {
    this(identity, ModelFacts.of(preprocessing), model);
  }

  /** How its package says that audio is prepared. */
  public Preprocessing preprocessing() {
    return facts.preprocessing();
  }
}
