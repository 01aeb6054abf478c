package dev.emovox.audio;

/**
 * A decoded file.
 *
 * @param clip the mean of all channels at the file's own sample rate
 * @param format what the file was
 */
public record DecodedAudio(AudioClip clip, AudioFormat format) {}
