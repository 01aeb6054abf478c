/** Timing the fit of baselines beside scikit-learn. */
package dev.emovox.cli.benchmark.baselines;
