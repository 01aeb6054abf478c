/**
 * wav2vec 2.0 (Baevski et al., 2020), XLSR (Conneau et al., 2021) and HuBERT (Hsu et al., 2021) for
 * sequence classification, on libtorch through DJL, which stays inside this module.
 */
package dev.emovox.wav2vec2;
