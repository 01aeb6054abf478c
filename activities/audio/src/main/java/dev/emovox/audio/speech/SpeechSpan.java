package dev.emovox.audio.speech;

/**
 * Where speech is in a clip.
 *
 * @param start its first sample
 * @param end behind its last sample
 */
public record SpeechSpan(int start, int end) {}
