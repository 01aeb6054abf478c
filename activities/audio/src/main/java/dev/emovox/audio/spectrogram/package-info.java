/** What a picture of a clip of any length shows, in a bounded number of values. */
package dev.emovox.audio.spectrogram;
