package dev.emovox.contracts;

import dev.emovox.domain.Digest;

/**
 * What decides how a run ends.
 *
 * @param data over the paths below the data folders and the contents of all files, wherever the
 *     folders are
 * @param settings over everything else in the plan but its names
 */
public record ScheduleFingerprint(Digest data, Digest settings) {}
