/** Timing the extraction of acoustic features beside librosa. */
package dev.emovox.cli.benchmark.features;
