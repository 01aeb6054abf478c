/** Band-limited change of sample rate. Knows samples and rates, nothing of files or clips. */
package dev.emovox.audio.resample;
