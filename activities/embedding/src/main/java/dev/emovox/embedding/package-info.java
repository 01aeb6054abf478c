/**
 * Maps of feature tables: clips as points of a plane, by principal components and by t-SNE, how
 * true to the features such a map is, and its pictures. Equal tables, settings and seeds give equal
 * bytes, whatever the number of cores.
 */
package dev.emovox.embedding;
