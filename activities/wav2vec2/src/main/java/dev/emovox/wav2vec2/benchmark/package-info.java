/** Times the model beside a peer: the same weights and batches in two processes that take turns. */
package dev.emovox.wav2vec2.benchmark;
