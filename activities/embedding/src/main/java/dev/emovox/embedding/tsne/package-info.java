/**
 * t-SNE, t-distributed stochastic neighbour embedding (van der Maaten and Hinton 2008), by the
 * Barnes–Hut approximation for many points (van der Maaten 2014).
 */
package dev.emovox.embedding.tsne;
