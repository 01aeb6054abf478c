package dev.emovox.audio;

/**
 * Means over time of a clip's spectral features, not scaled.
 *
 * @param mfcc mel-frequency cepstral coefficients, the first is the level in decibels
 * @param chroma share of each pitch class, from C, between 0 and 1
 * @param spectralContrast decibels between peaks and valleys, one value an octave band
 */
// Arrays on purpose: samples and features are bulk numbers on the hot path.
@SuppressWarnings("ArrayRecordComponent")
public record AcousticFeatures(float[] mfcc, float[] chroma, float[] spectralContrast) {}
