/**
 * Checkpoints from a Hugging Face hub: which state of a repository is meant, which of its files are
 * needed, and a cache of them on this machine in which every file was checked by its digest.
 */
package dev.emovox.wav2vec2.hub;
