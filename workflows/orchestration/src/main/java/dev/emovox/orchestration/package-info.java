/**
 * What a run does, in which order, and what happens when a part of it fails. Deterministic: no
 * clock, randomness, thread or input and output of its own, so that a history can be replayed on
 * any worker. It knows the contracts and no library.
 */
package dev.emovox.orchestration;
