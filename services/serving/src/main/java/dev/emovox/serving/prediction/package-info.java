/**
 * From what was sent to an answer, with a bound on how many are worked on at once: admission,
 * decoding on threads of its own, then the model, alone or in batches.
 */
package dev.emovox.serving.prediction;
