package dev.emovox.cli.checkpoint;

import java.nio.file.Path;

/**
 * The result of an export.
 *
 * @param folder that was written
 * @param exported what was asked for: a version or a digest
 * @param facts what the folder holds now
 */
public record ExportedModel(Path folder, String exported, CheckpointFacts facts) {}
