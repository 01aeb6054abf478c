/**
 * Tensor primitives that DJL's binding lacks, and scopes that own native memory.
 *
 * <p>libtorch has them all; DJL reaches only what it has a native method for. The rest goes through
 * a TorchScript module without parameters, written here as source text, whose methods libtorch
 * compiles when it loads them.
 */
package dev.emovox.wav2vec2.kernels;
