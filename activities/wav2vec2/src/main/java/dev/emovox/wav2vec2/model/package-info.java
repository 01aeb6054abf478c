/**
 * wav2vec 2.0 and HuBERT with a classification head: parameters on a device, batches of waveforms,
 * forward passes and their loss. {@code layers} has the parts of the network.
 */
package dev.emovox.wav2vec2.model;
