/**
 * Sound in, numbers out: decoding of audio files by content, resampling, and the acoustic features
 * of the baselines. No type of a third-party library leaves this module.
 */
package dev.emovox.audio;
