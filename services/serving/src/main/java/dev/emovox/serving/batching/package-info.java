/** Puts clips that wait for the same model together, so that a network reads its weights once. */
package dev.emovox.serving.batching;
