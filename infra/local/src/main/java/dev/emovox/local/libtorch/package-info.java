/**
 * libtorch for graphics cards: its libraries out of the packages that PyPI has, and nothing of
 * their Python.
 */
package dev.emovox.local.libtorch;
