package dev.emovox.serving.challenger;

import dev.emovox.audio.AudioClip;
import dev.emovox.serving.prediction.Classification;

/**
 * A clip that waits to be compared.
 *
 * @param clip as it was sent
 * @param answer what the champion said
 * @param since when it began to wait, {@link System#nanoTime()}
 */
record ShadowClip(AudioClip clip, Classification answer, long since) {}
