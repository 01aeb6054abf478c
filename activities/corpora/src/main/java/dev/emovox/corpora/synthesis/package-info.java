/** Sounds that stand in for speech where there is none: harmonic voices in several moods. */
package dev.emovox.corpora.synthesis;
