/** Noise at a given distance below the level of a clip. Safe for use by several threads. */
package dev.emovox.audio.augmentation.noise;
