/** Training: gradients, their clipping, AdamW with its state, and one step that joins them. */
package dev.emovox.wav2vec2.training;
