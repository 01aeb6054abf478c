/** Several clips in one request. */
package dev.emovox.serving.batches;
