/** Which clips a benchmark is run on. */
package dev.emovox.cli.benchmark.clips;
