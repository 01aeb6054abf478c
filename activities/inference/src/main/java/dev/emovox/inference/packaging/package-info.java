/**
 * Model packages as files: what {@code package.json} says, where the files are read from, and how
 * each of their bytes is verified, without ever taking large ones into memory.
 */
package dev.emovox.inference.packaging;
