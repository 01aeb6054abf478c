/** Networks with random weights, as folders that look like any checkpoint. */
package dev.emovox.wav2vec2.scratch;
