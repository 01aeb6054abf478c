package dev.emovox.audio;

/**
 * How a file holds its sound, as found in its bytes.
 *
 * @param container {@code wav}, {@code aiff}, {@code flac} or {@code mp3}
 * @param sampleRate hertz
 * @param channels number of channels in the file
 * @param bitsPerSample bits that one sample of one channel takes when stored; 0 for lossy codecs
 * @param encoding for example {@code pcm_s16le}, {@code pcm_f32be}, {@code mulaw}, {@code flac} or
 *     {@code mp3}
 */
public record AudioFormat(
    String container, int sampleRate, int channels, int bitsPerSample, String encoding) {}
