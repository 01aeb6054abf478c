/** Files of checkpoints as bytes: mapped into memory, and found inside an uncompressed archive. */
package dev.emovox.wav2vec2.checkpoint.file;
