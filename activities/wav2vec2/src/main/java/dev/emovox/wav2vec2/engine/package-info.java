/** libtorch: which one is in use, on which device, and why. */
package dev.emovox.wav2vec2.engine;
