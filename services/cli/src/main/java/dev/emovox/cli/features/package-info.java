/** Acoustic features of files that a user names. */
package dev.emovox.cli.features;
