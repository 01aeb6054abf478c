/**
 * Model packages and predictions from them. A package is a set of named files that holds a model,
 * how audio is prepared for it, its ordered classes and the digests of what it was made from; every
 * byte is verified when it is read.
 */
package dev.emovox.inference;
