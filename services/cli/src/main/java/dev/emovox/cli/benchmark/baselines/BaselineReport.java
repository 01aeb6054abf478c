package dev.emovox.cli.benchmark.baselines;

import dev.emovox.wav2vec2.benchmark.BenchmarkReport;

/**
 * What was found.
 *
 * @param clips rows of each table
 * @param classes how many emotions they have
 * @param threads of each side
 * @param times what each fit took, with standardisation
 */
public record BaselineReport(int clips, int classes, int threads, BenchmarkReport times) {}
