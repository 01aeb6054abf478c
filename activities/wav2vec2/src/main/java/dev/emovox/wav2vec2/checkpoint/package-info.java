/** Checkpoints as files: reading, checking and writing what Hugging Face's tools read and write. */
package dev.emovox.wav2vec2.checkpoint;
