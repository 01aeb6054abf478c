/** Fourier transforms of real signals. Knows numbers, nothing of clips, features or rates. */
package dev.emovox.audio.fourier;
