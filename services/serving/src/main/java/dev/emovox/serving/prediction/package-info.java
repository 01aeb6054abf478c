/** From the bytes of a clip to an answer, with a bound on how many are worked on at once. */
package dev.emovox.serving.prediction;
