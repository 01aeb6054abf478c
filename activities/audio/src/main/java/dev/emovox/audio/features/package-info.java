/**
 * Spectral features as librosa 0.11 defines them (B. McFee et al., "librosa: Audio and music signal
 * analysis in Python", 2015). Not an interface to other modules, which use {@link
 * dev.emovox.audio.FeatureExtractor}.
 */
package dev.emovox.audio.features;
