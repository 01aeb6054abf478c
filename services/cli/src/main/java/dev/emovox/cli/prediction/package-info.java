/** Predictions for files: by the running service, or by a model package in this process. */
package dev.emovox.cli.prediction;
