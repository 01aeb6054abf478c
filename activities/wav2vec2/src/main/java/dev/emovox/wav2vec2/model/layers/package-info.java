/**
 * The parts of the network, one class each, on tensors of libtorch.
 *
 * <p>The frames of all clips of a batch lie one clip after the other in one matrix, (rows, width);
 * {@link dev.emovox.wav2vec2.model.layers.FrameLayout} says whose is which. So nothing is computed
 * for padding, and no clip meets another one except inside a matrix product.
 *
 * <p>Parts hold parameters but no state: they are safe for use by several threads. What they return
 * belongs to the scope of the calling thread, and they close what they make on the way.
 */
package dev.emovox.wav2vec2.model.layers;
