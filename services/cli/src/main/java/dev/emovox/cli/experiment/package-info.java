/**
 * Experiments: from a YAML file and the overrides of the command line to a plan in which every
 * default is filled in and every mistake has been reported with its file and line.
 */
package dev.emovox.cli.experiment;
