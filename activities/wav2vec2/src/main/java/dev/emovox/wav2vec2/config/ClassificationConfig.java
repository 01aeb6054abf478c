package dev.emovox.wav2vec2.config;

import dev.emovox.domain.LabelSet;

/**
 * The classification head.
 *
 * @param weightedLayerSum whether it reads a learned mixture of all layers instead of the last
 * @param projectionSize width between projector and classifier
 * @param labels the classes in the order of their indices
 */
public record ClassificationConfig(boolean weightedLayerSum, int projectionSize, LabelSet labels) {}
