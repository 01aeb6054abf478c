package dev.emovox.cli.experiment;

import java.nio.file.Path;

/**
 * An experiment with the command line's overrides applied and every setting checked.
 *
 * @param file its settings
 * @param folder where its file lies; relative data folders start here
 * @param configuration its YAML text with overrides applied, for the record
 * @param places where its settings were written, for messages
 */
public record Experiment(ExperimentFile file, Path folder, String configuration, Places places) {}
