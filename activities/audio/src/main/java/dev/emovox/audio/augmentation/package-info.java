/**
 * Changed copies of clips. Knows waveforms and rates, nothing of files or features. What is random
 * is a function of a seed, so that every copy can be made again.
 */
package dev.emovox.audio.augmentation;
