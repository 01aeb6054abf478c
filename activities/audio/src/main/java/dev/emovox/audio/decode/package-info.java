/**
 * Container formats and codecs. Not an interface to other modules, which use {@link
 * dev.emovox.audio.decode.AudioDecoder}.
 *
 * <p>Everything here reads hostile bytes: sizes that a file announces are never trusted, memory is
 * bounded by the bytes present and by the limits, and whatever is wrong comes out as an {@link
 * dev.emovox.audio.UnusableAudioException}.
 */
package dev.emovox.audio.decode;
