package dev.emovox.wav2vec2.engine.library;

/**
 * A graphics card as its driver describes it.
 *
 * @param index its number, from 0
 * @param name its model
 * @param memoryBytes all of its memory
 * @param capability NVIDIA's version of its instruction set, such as {@code 9.0}
 */
public record GraphicsCard(int index, String name, long memoryBytes, String capability) {}
