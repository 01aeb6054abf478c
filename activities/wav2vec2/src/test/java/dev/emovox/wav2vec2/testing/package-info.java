/** What tests of several packages share. */
package dev.emovox.wav2vec2.testing;
