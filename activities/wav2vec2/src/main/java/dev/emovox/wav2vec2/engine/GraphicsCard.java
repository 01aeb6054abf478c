package dev.emovox.wav2vec2.engine;

/**
 * A graphics card as its driver describes it.
 *
 * @param index its number, from 0
 * @param name its model
 * @param memoryBytes all of its memory
 */
public record GraphicsCard(int index, String name, long memoryBytes) {}
