/**
 * Groups of things that belong together, and divisions that keep them together. Knows ids and keys,
 * not clips.
 */
package dev.emovox.corpora.splits;
