/**
 * What a checkpoint says about itself: {@code config.json}, {@code preprocessor_config.json} and
 * the parameters that follow from them. JDK and Jackson only.
 */
package dev.emovox.wav2vec2.config;
