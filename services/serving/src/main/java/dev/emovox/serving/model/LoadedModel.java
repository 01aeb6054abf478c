package dev.emovox.serving.model;

import dev.emovox.inference.Preprocessing;

/**
 * A model whose package was read and verified. Whoever holds it last closes {@link #model()}.
 *
 * @param identity what it is
 * @param preprocessing how its package says that audio is prepared
 * @param model the model itself
 */
public record LoadedModel(
    ModelIdentity identity, Preprocessing preprocessing, EmotionModel model) {}
