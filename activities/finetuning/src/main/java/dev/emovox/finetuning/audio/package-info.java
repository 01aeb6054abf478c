/** Waveforms on their way to a network: where they come from, ahead of time, and augmented. */
package dev.emovox.finetuning.audio;
